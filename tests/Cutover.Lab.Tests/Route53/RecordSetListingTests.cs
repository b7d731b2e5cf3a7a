using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Tests.Route53;

public sealed class RecordSetListingTests : IAsyncLifetime
{
    private static readonly string[] InOrder =
    [
        "lab.example. NS",
        "lab.example. SOA",
        @"\052.lab.example. A",
        "a-b.lab.example. A",
        "x.a-b.lab.example. A",
        "a.lab.example. A",
        "a.lab.example. AAAA",
        "z.a.lab.example. A", "w.lab.example. A blue", "w.lab.example. A green", "w.lab.example. A red", "w.lab.example. TXT",
    ];

    private Route53World _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await Route53World.StartAsync();
        _world.Zone.Seed(
            ZoneRecordSet.Simple("w.lab.example", "TXT", 60, "\"text\""),
            ZoneRecordSet.Weighted("w.lab.example", "A", "red", 1, 60, "192.0.2.1"),
            ZoneRecordSet.Weighted("w.lab.example", "A", "blue", 1, 60, "192.0.2.1"),
            ZoneRecordSet.Weighted("w.lab.example", "A", "green", 1, 60, "192.0.2.1"),
            ZoneRecordSet.Simple("a.lab.example", "AAAA", 60, "2001:db8::1"),
            ZoneRecordSet.Simple("a.lab.example", "A", 60, "192.0.2.1"),
            ZoneRecordSet.Simple("z.a.lab.example", "A", 60, "192.0.2.1"),
            ZoneRecordSet.Simple("x.a-b.lab.example", "A", 60, "192.0.2.1"),
            ZoneRecordSet.Simple("a-b.lab.example", "A", 60, "192.0.2.1"),
            ZoneRecordSet.Simple("*.lab.example", "A", 60, "192.0.2.1"));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Sets_come_by_reversed_name_then_type_then_identifier()
    {
        var listed = await _world.ListAsync();
        Assert.Equal(InOrder, listed.Sets());
        Assert.Equal(("false", "300"), (listed.Value("IsTruncated"), listed.Value("MaxItems")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Following_the_next_record_gives_every_set_once(int size)
    {
        var (all, query) = (new List<string>(), $"?maxitems={size}");
        for (var more = true; more;)
        {
            var page = await _world.ListAsync(query);
            Assert.InRange(page.Sets().Length, 1, size);
            all.AddRange(page.Sets());
            more = page.Value("IsTruncated") == "true";
            var identifier = page.Value("NextRecordIdentifier") is { Length: > 0 } next ? "&identifier=" + next : "";
            query =
                $"?maxitems={size}&name={Uri.EscapeDataString(page.Value("NextRecordName"))}&type={page.Value("NextRecordType")}{identifier}";
        }

        Assert.Equal(InOrder, all);
    }

    [Theory]
    [InlineData("?name=w.lab.example&maxitems=1", "w.lab.example. A blue")]
    [InlineData("?name=W.LAB.example.&maxitems=1", "w.lab.example. A blue")]
    [InlineData("?name=w.lab.example&type=B&maxitems=1", "")]
    [InlineData("?name=w.lab.example&type=AAAA&maxitems=1", "w.lab.example. TXT")]
    [InlineData("?name=w.lab.example&type=A&identifier=c&maxitems=1", "w.lab.example. A green")]
    [InlineData("?name=b.lab.example&maxitems=1", "w.lab.example. A blue")]
    [InlineData("?name=*.lab.example&maxitems=1", @"\052.lab.example. A")]
    public async Task A_listing_starts_at_the_first_set_not_before_the_start(string query, string first)
    {
        var listed = await _world.ListAsync(query);
        if (first.Length == 0)
        {
            listed.ExpectError(400, "InvalidInput", "'B' is not a record type");
        }
        else
        {
            Assert.Equal([first], listed.Sets());
        }
    }

    [Theory]
    [InlineData("?type=A")]
    [InlineData("?identifier=red")]
    [InlineData("?name=w.lab.example&identifier=red")]
    [InlineData("?maxitems=0")]
    [InlineData("?maxitems=many")]
    [InlineData("?name=a..b")]
    public async Task A_start_that_makes_no_sense_is_refused(string query) =>
        (await _world.ListAsync(query)).ExpectError(400, "InvalidInput", "Invalid request: ");

    [Fact]
    public async Task More_than_300_at_once_are_not_given() =>
        Assert.Equal("300", (await _world.ListAsync("?maxitems=1000")).Value("MaxItems"));
}

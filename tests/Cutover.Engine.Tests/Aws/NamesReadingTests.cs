using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Dns;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Tests.Aws;

public sealed class NamesReadingTests
{
    private static readonly Gen<string> Label = Gen.OneOf(new[] { "a", "b", "wss", "_cutover", "z9", "*" }.Select(label => Gen.Const(label)).ToArray());
    private static readonly Gen<string> Name = Gen.Select(Label.Array[0, 3], labels => string.Join('.', labels.Append("example.com.")));

    [Fact]
    public void Neighbours_are_read_by_one_page()
    {
        var zone = Zone(["a.example.com.", "wss.example.com.", "_cutover.wss.example.com.", "x.example.com."]);

        var (found, pages) = Read(zone, ["wss.example.com.", "_cutover.wss.example.com."], pageSize: 300);

        Assert.Equal(["wss.example.com.", "_cutover.wss.example.com."], found.Distinct());
        Assert.Equal(1, pages);
    }

    [Fact]
    public void Names_far_apart_are_jumped_to()
    {
        var zone = Zone(["a.example.com.", .. Enumerable.Range(0, 500).Select(number => $"m{number}.example.com."), "z.example.com."]);

        Assert.Equal(2, Read(zone, ["a.example.com.", "z.example.com."], pageSize: 10).Pages);
    }

    [Fact]
    public void A_hundred_names_of_a_zone_of_three_hundred_sets_are_one_page()
    {
        var zone = Zone(Enumerable.Range(100, 300).Select(number => $"wss{number}.example.com."));

        Assert.Equal(1, Read(zone, Enumerable.Range(100, 100).Select(number => $"wss{number}.example.com."), pageSize: 300).Pages);
    }

    // The wildcard's place in the order is uncertain, so both places are tried.
    [Fact]
    public void Every_set_of_every_name_is_read_once_whatever_the_zone_holds_and_however_small_the_pages() =>
        Gen.Select(Name.Array[0, 20], Name.Array[1, 6], Gen.Int[1, 7], Gen.Bool).Sample((held, asked, pageSize, escaped) =>
        {
            var zone = Zone(held, escaped);
            var (found, pages) = Read(zone, asked, pageSize);
            Assert.Equal(
                zone.Where(set => asked.Contains(set.Name)).Select(set => set.Name).Order(StringComparer.Ordinal),
                found.Order(StringComparer.Ordinal));
            Assert.True(pages <= asked.Distinct().Count() + (zone.Length / pageSize) + 1, "more pages than reading the whole zone");
        });

    private static ImmutableArray<RecordSet> Zone(IEnumerable<string> names, bool escaped = true) =>
    [
        .. names.Distinct()
            .OrderBy(name => Reversed(escaped ? name.Replace("*", @"\052", StringComparison.Ordinal) : name), StringComparer.Ordinal)
            .SelectMany(name => new[] { Set(name, "envoy"), Set(name, "haproxy") }),
    ];

    private static RecordSet Set(string name, string identifier) => new(name, "A", identifier, 1, 60, ["127.0.0.1"]);

    private static string Reversed(string name) => string.Join('.', name.TrimEnd('.').Split('.').Reverse()) + ".";

    private static (IEnumerable<string> Found, int Pages) Read(ImmutableArray<RecordSet> zone, IEnumerable<string> names, int pageSize)
    {
        var reading = new NamesReading(names);
        var pages = 0;
        while (reading.Next is { } start)
        {
            pages++;
            reading.Take(Page(zone, start, pageSize));
        }

        return (reading.Found.Select(set => set.Name), pages);
    }

    private static RecordSetPage Page(ImmutableArray<RecordSet> zone, RecordSetCursor start, int size)
    {
        var order = zone.Select(set => (set.Name, set.SetIdentifier)).ToList();
        var from = order.IndexOf((start.Name, start.SetIdentifier ?? "envoy"));
        if (from < 0)
        {
            var after = Reversed(start.Name);
            from = order.FindIndex(set => string.CompareOrdinal(Reversed(set.Name), after) > 0);
        }

        var page = from < 0 ? [] : zone.Skip(from).Take(size).ToImmutableArray();
        var next = from < 0 || from + size >= zone.Length ? null : zone[from + size];
        return new RecordSetPage(page, next is null ? null : new RecordSetCursor(next.Name, next.Type, next.SetIdentifier));
    }
}

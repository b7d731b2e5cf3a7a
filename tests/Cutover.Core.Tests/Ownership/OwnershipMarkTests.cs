using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Xunit;

namespace Cutover.Core.Tests.Ownership;

public sealed class OwnershipMarkTests
{
    private static readonly OwnershipMark Mark = new(
        "12-9f3c21ab",
        [new MarkedPair(RecordType.A, new PairWeights(100, 0), 60), new MarkedPair(RecordType.AAAA, new PairWeights(255, 1), null)]);

    [Fact]
    public void A_mark_stands_beside_the_name_and_reads_as_text()
    {
        var set = Mark.ToRecordSet("wss.example.com.");

        Assert.Equal("_cutover.wss.example.com.", set.Name);
        Assert.Equal("\"heritage=cutover,run=12-9f3c21ab,initial=A:100/0@60;AAAA:255/1\"", Assert.Single(set.Values));
    }

    [Fact]
    public void A_wildcard_has_a_mark_of_its_own() =>
        Assert.Equal("_cutover._wildcard.example.com.", OwnershipMark.NameFor("*.example.com."));

    [Fact]
    public void A_mark_is_read_as_it_was_written()
    {
        var broken = Mark with { BreakGlass = new BreakGlass("alice@example.com", new DateTimeOffset(2026, 11, 24, 2, 13, 7, TimeSpan.Zero)) };

        AssertSame(Mark, OwnershipMark.Parse(Mark.ToRecordSet("wss.example.com.")));
        AssertSame(broken, OwnershipMark.Parse(broken.ToRecordSet("wss.example.com.")));
    }

    [Fact]
    public void A_name_cannot_add_fields_of_its_own()
    {
        var sly = Mark with { BreakGlass = new BreakGlass("eve\",run=1", DateTimeOffset.UnixEpoch) };

        var read = OwnershipMark.Parse(sly.ToRecordSet("wss.example.com."));

        Assert.Equal(("12-9f3c21ab", "eve--run-1"), (read?.Run, read?.BreakGlass?.Who));
    }

    [Theory]
    [InlineData("\"heritage=external-dns,external-dns/owner=k8s\"")]
    [InlineData("\"heritage=cutover\"")]
    [InlineData("\"heritage=cutover,run=1,initial=A:100\"")]
    [InlineData("\"heritage=cutover,run=1,initial=A:100/256\"")]
    [InlineData("\"heritage=cutover,run=1,initial=MX:100/0\"")]
    [InlineData("heritage=cutover,run=1,initial=A:100/0")]
    public void Anything_else_is_no_mark(string value) =>
        Assert.Null(OwnershipMark.Parse(new RecordSet("_cutover.wss.example.com.", "TXT", null, null, 60, [value])));

    private static void AssertSame(OwnershipMark expected, OwnershipMark? read)
    {
        Assert.NotNull(read);
        Assert.Equal(expected.ToString(), read.ToString());
        Assert.Equal(expected.Initial, read.Initial);
        Assert.Equal(expected.BreakGlass, read.BreakGlass);
    }
}

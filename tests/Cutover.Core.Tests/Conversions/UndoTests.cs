using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using static Cutover.Core.Tests.Conversions.SampleZone;

namespace Cutover.Core.Tests.Conversions;

public sealed class UndoTests
{
    private static readonly Conversion Adopted = Adopt(Playbook(RecordType.A), Now(Simple), "203.0.113.9");

    [Fact]
    public void It_writes_the_exact_reverse() => Assert.Equal(
        [
            "Delete wss.lab.example. A \"haproxy\" weight 100, TTL 60 s, 203.0.113.5",
            "Delete wss.lab.example. A \"envoy\" weight 0, TTL 60 s, 203.0.113.9",
            "Create wss.lab.example. A simple, TTL 60 s, 203.0.113.5",
        ],
        Lines(Ready(Undo.Prepare(Adopted, Now(Source, Target)))));

    [Fact]
    public void It_writes_nothing_where_the_zone_is_as_it_was() =>
        Assert.Empty(Ready(Undo.Prepare(Adopted, Now(Simple))).Batches);

    [Fact]
    public void It_overwrites_nothing_and_shows_the_difference() => Refused(
        Undo.Prepare(Adopted, Now(Source with { Weight = 90 }, Target with { Weight = 10 })),
        "wss.lab.example A: someone has changed it since: it holds \"haproxy\" weight 90, TTL 60 s, 203.0.113.5; "
            + "\"envoy\" weight 10, TTL 60 s, 203.0.113.9, and was left as \"haproxy\" weight 100, TTL 60 s, 203.0.113.5; "
            + "\"envoy\" weight 0, TTL 60 s, 203.0.113.9. "
            + "Put it back as it was left, or change it by hand: an undo overwrites nothing.");

    [Fact]
    public void It_says_when_the_record_is_gone() => Refused(
        Undo.Prepare(Adopted, Now()),
        "wss.lab.example A: someone has changed it since: it holds nothing, and was left as \"haproxy\" weight 100, TTL 60 s, 203.0.113.5; "
            + "\"envoy\" weight 0, TTL 60 s, 203.0.113.9. "
            + "Put it back as it was left, or change it by hand: an undo overwrites nothing.");

    [Fact]
    public void It_waits_for_a_run_that_moves_the_pair() => Refused(
        Undo.Prepare(Adopted, Now(Source, Target) with
        {
            OpenRuns = ImmutableDictionary<RecordKey, string>.Empty.Add(new RecordKey("Z1", Name, RecordType.A), "#7"),
        }),
        "wss.lab.example A: the open run #7 moves it. Wait for that run to end, roll it back, or abandon it.");
}

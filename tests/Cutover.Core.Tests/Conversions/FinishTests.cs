using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using static Cutover.Core.Tests.Conversions.SampleZone;

namespace Cutover.Core.Tests.Conversions;

public sealed class FinishTests
{
    private static readonly ImmutableArray<RecordSet> Moved = [Source with { Weight = 0 }, Target with { Weight = 100 }];

    [Fact]
    public void A_pair_that_is_all_on_the_target_becomes_a_simple_record() => Assert.Equal(
        [
            "Delete wss.lab.example. A \"haproxy\" weight 0, TTL 60 s, 203.0.113.5",
            "Delete wss.lab.example. A \"envoy\" weight 100, TTL 60 s, 203.0.113.9",
            "Create wss.lab.example. A simple, TTL 60 s, 203.0.113.9",
        ],
        Lines(Ready(Finish.Prepare(Playbook(RecordType.A), Now(Moved)))));

    [Fact]
    public void A_mark_that_an_ended_run_left_behind_goes_with_the_pair()
    {
        var finished = Ready(Finish.Prepare(Playbook(RecordType.A), Now([.. Moved, Mark]) with { EndedRuns = ["12-9f3c21ab"] }));
        Assert.Equal([.. Moved, Mark], finished.Batches[0].Before);
        Assert.Equal([.. Moved, Mark], finished.Batches[0].Reverse().After);
    }

    [Fact]
    public void A_mark_of_another_run_is_respected() => Refuses(
        [.. Moved, Mark],
        "wss.lab.example A: _cutover.wss.lab.example TXT says that a Cutover moves it: "
            + "\"heritage=cutover,run=12-9f3c21ab,initial=A:100/0@60\". "
            + "Wait for that run to end, or roll it back, where it was started; if that Cutover is gone for good, delete the TXT record.");

    [Fact]
    public void A_health_check_of_the_target_is_left_off_with_a_note()
    {
        var finished = Ready(Finish.Prepare(Playbook(RecordType.A), Now(Moved[0], Moved[1] with { HealthCheckId = "h1" })));
        Assert.Null(finished.Batches[0].After[0].HealthCheckId);
        Assert.Equal(
            "wss.lab.example A: the health check h1 of Envoy is left off: a simple record has nothing to fall back to.",
            Assert.Single(finished.Notes));
    }

    [Fact]
    public void A_target_without_all_of_the_answers() => Refuses(
        [Source with { Weight = 90 }, Target with { Weight = 10 }],
        "wss.lab.example A: Envoy has 10 % of the answers and HAProxy 90 % (weights 90/10). "
            + "Give Envoy all of them first: run the playbook to a step of 100 %.");

    [Fact]
    public void A_source_that_keeps_the_smallest_share() => Refuses(
        [Source with { Weight = 1 }, Target with { Weight = 255 }],
        "wss.lab.example A: Envoy has 99.61 % of the answers and HAProxy 0.39 % (weights 1/255). "
            + "Give Envoy all of them first: run the playbook to a step of 100 %.");

    [Fact]
    public void Zero_weights() => Refuses(
        [Source with { Weight = 0 }, Target],
        "wss.lab.example A: both weights are 0, which Route 53 answers with equal shares. "
            + "Give Envoy all of them first: run the playbook to a step of 100 %.");

    [Fact]
    public void A_simple_record() => Refuses(
        [Simple],
        "wss.lab.example A: it is a simple record already: simple, TTL 60 s, 203.0.113.5. There is nothing to finish.");

    [Fact]
    public void No_record_at_all() => Refuses(
        [], "wss.lab.example A: the zone holds no record of this name and type. Correct the name or the zone.");

    [Fact]
    public void A_third_sibling() => Refuses(
        [.. Moved, Target with { SetIdentifier = "nginx" }],
        "wss.lab.example A: a third record set takes part in the answers: \"haproxy\" weight 0, TTL 60 s, 203.0.113.5; "
            + "\"envoy\" weight 100, TTL 60 s, 203.0.113.9; \"nginx\" weight 0, TTL 60 s, 203.0.113.9. Delete the third.");

    [Fact]
    public void A_sibling_that_is_missing() => Refuses(
        [Moved[1]],
        "wss.lab.example A: it is no weighted pair of \"haproxy\" and \"envoy\": \"envoy\" weight 100, TTL 60 s, 203.0.113.9. "
            + "Correct the set identifiers in the playbook, or mend the pair first.");

    private static void Refuses(ImmutableArray<RecordSet> sets, params string[] texts) =>
        Refused(Finish.Prepare(Playbook(RecordType.A), Now(sets)), texts);
}

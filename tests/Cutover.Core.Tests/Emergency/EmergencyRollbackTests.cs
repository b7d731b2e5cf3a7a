using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Emergency;
using Cutover.Core.Ownership;

namespace Cutover.Core.Tests.Emergency;

public sealed class EmergencyRollbackTests
{
    private const string Name = "wss.lab.example.";

    private static readonly BreakGlass By = new("kim", new DateTimeOffset(2026, 11, 24, 2, 13, 7, TimeSpan.Zero));

    [Fact]
    public void Without_a_mark_the_source_gets_everything_and_no_mark_is_written()
    {
        var decided = Decide([Set("haproxy", 60), Set("envoy", 40)]);

        Assert.Equal(["A 100/0"], Weights(decided));
        Assert.Equal(
            ["Delete haproxy 60", "Delete envoy 40", "Create haproxy 100", "Create envoy 0"],
            decided.Changes.Select(change => $"{change.Action} {change.RecordSet.SetIdentifier} {change.RecordSet.Weight}"));
        Assert.Equal((60L, ""), (decided.StaleSeconds, string.Join('\n', decided.Warnings)));
    }

    [Theory]
    [InlineData(255, 0, "A 255/0")]
    [InlineData(0, 0, "A 100/0")]
    [InlineData(0, 255, "A 100/0")]
    public void Without_a_mark_a_target_that_gets_nothing_already_leaves_the_weights_as_they_are(int source, int target, string expected) =>
        Assert.Equal([expected], Weights(Decide([Set("haproxy", source), Set("envoy", target)])));

    [Fact]
    public void With_a_mark_exactly_its_weights_and_TTL_are_restored_and_the_mark_says_who_did_it()
    {
        var mark = Mark(
            new MarkedPair(RecordType.A, new PairWeights(255, 1), 300), new MarkedPair(RecordType.AAAA, new PairWeights(90, 10), null));
        var decided = Decide(
            [Set("haproxy", 1), Set("envoy", 99), Set("haproxy", 2, "AAAA"), Set("envoy", 98, "AAAA"), mark],
            [RecordType.A, RecordType.AAAA]);

        Assert.Equal(["A 255/1", "AAAA 90/10"], Weights(decided));
        Assert.Equal([300L, 60L], decided.Pairs.Select(pair => pair.TargetAfter.Ttl!.Value));
        var rewrite = Assert.Single(decided.Marks);
        Assert.Equal((mark, By), (rewrite.Before, OwnershipMark.Parse(rewrite.After)!.BreakGlass));
        Assert.Equal(10, decided.Changes.Length);
        Assert.Contains(
            "\"envoy\" keeps 10 % of the answers, as before the run 12-9f3c21ab", decided.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_that_remembers_nothing_of_a_type_or_only_zeros_gives_the_source_everything()
    {
        var decided = Decide([Set("haproxy", 1), Set("envoy", 99), Mark(new MarkedPair(RecordType.A, default, 60))]);

        Assert.Equal(["A 100/0"], Weights(decided));
        Assert.Contains(
            "the mark of run 12-9f3c21ab remembers no weights for it, so it is 100/0", decided.Warnings.Single(), StringComparison.Ordinal);
        Assert.Single(decided.Marks);
    }

    [Fact]
    public void A_foreign_text_in_the_marks_place_is_left_alone_and_shown()
    {
        var foreign = new RecordSet("_cutover." + Name, "TXT", null, null, 60, ["\"hello\""]);
        var decided = Decide([Set("haproxy", 1), Set("envoy", 99), foreign]);

        Assert.DoesNotContain(decided.Changes, change => change.RecordSet.Type == "TXT");
        Assert.Contains("left alone: \"hello\"", decided.Warnings.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_third_record_set_is_left_alone_and_named_with_its_share()
    {
        var decided = Decide([Set("haproxy", 50), Set("canary", 25), Set("envoy", 25)]);

        Assert.Equal(["A 100/0"], Weights(decided));
        Assert.DoesNotContain(decided.Changes, change => change.RecordSet.SetIdentifier == "canary");
        Assert.Contains(
            "\"canary\" (weight 25) takes part too. It is left alone and has 25 % of the answers now and 20 % afterwards",
            decided.Warnings.Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_health_check_that_can_revive_the_zero_weight_is_warned_of()
    {
        var decided = Decide([Set("haproxy", 50) with { HealthCheckId = "h1" }, Set("envoy", 50)]);

        Assert.Contains("\"haproxy\" has a health check", decided.Warnings.Single(), StringComparison.Ordinal);
        Assert.Contains("answers with \"envoy\" although its weight is 0", decided.Warnings.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_keep_having_no_TTL()
    {
        var alias = new AliasTarget("Z9", "lb.example.net.", EvaluateTargetHealth: false);
        var source = Set("haproxy", 1) with { Ttl = null, Values = [], Alias = alias };
        var target = source with { SetIdentifier = "envoy" };
        var decided = Decide([source, target, Mark(new MarkedPair(RecordType.A, new PairWeights(100, 0), 300))]);

        Assert.Equal((null, 60L), (decided.Pairs[0].SourceAfter.Ttl, decided.StaleSeconds));
    }

    [Fact]
    public void A_record_that_is_not_there_does_not_keep_the_others_from_going_back()
    {
        var decided = Decide([Set("haproxy", 1), Set("envoy", 99), Set("haproxy", 1, "AAAA")], [RecordType.A, RecordType.AAAA]);

        Assert.Equal(["A 100/0"], Weights(decided));
        Assert.Equal(
            ("wss.lab.example AAAA", "no record set \"envoy\"; found \"haproxy\""),
            (decided.Refusals.Single().Record, decided.Refusals.Single().Message));
    }

    [Theory]
    [InlineData("nothing", "no record set \"haproxy\"; found none of this name and type")]
    [InlineData("simple", "no record set \"haproxy\"; found a simple A record set")]
    [InlineData("failover", "\"envoy\" has the routing policy Failover, not Weighted")]
    public void What_is_there_instead_is_said(string there, string expected)
    {
        var decided = Decide(there switch
        {
            "simple" => [Set("x", 0) with { SetIdentifier = null, Weight = null }],
            "failover" => [Set("haproxy", 1), Set("envoy", 0) with { Weight = null, OtherRouting = "Failover" }],
            _ => [],
        });

        Assert.Equal((expected, 0), (decided.Refusals.Single().Message, decided.Changes.Length));
    }

    [Fact]
    public void With_only_the_place_to_go_back_to_every_type_of_the_name_goes_there()
    {
        var decided = Decide([Set("haproxy", 1), Set("envoy", 9), Set("haproxy", 1, "AAAA"), Set("envoy", 9, "AAAA")], [], target: null);

        Assert.Equal(["A 100/0", "AAAA 100/0"], Weights(decided));
    }

    [Fact]
    public void With_only_the_place_to_go_back_to_and_several_to_leave_one_has_to_be_named()
    {
        RecordSet[] sets = [Set("haproxy", 1), Set("envoy", 9), Set("canary", 9)];

        Assert.Contains("--from", Decide([.. sets], [], target: null).Refusals.Single().Mend, StringComparison.Ordinal);
        Assert.Equal(["A 100/0"], Weights(Decide([.. sets], [], target: "canary")));
    }

    [Fact]
    public void What_was_to_be_written_is_compared_with_what_stands()
    {
        var decided = Decide([Set("haproxy", 60), Set("envoy", 40)]);

        Assert.Empty(decided.MissingFrom([Set("envoy", 0), Set("haproxy", 100)]));
        Assert.Equal(["wss.lab.example A \"envoy\""], decided.MissingFrom([Set("envoy", 1), Set("haproxy", 100)]));
    }

    [Fact]
    public void A_mark_that_its_host_took_away_is_not_missing_and_another_one_in_its_place_is()
    {
        var decided = Decide([Set("haproxy", 60), Set("envoy", 40), Mark(new MarkedPair(RecordType.A, new PairWeights(100, 0), 60))]);

        Assert.Empty(decided.MissingFrom([Set("envoy", 0), Set("haproxy", 100)]));
        Assert.Equal(
            ["_cutover.wss.lab.example TXT"],
            decided.MissingFrom([Set("envoy", 0), Set("haproxy", 100), Mark(new MarkedPair(RecordType.A, new PairWeights(7, 0), 60))]));
    }

    private static ZoneRollback Decide(
        ImmutableArray<RecordSet> sets, ImmutableArray<RecordType>? types = null, string? target = "envoy") =>
        EmergencyRollback.Decide([new RollbackRequest(Name, types ?? [RecordType.A], "haproxy", target)], sets, By);

    private static IEnumerable<string> Weights(ZoneRollback decided) => decided.Pairs.Select(pair => $"{pair.Source.Type} {pair.After}");

    private static RecordSet Set(string identifier, int weight, string type = "A") =>
        new(Name, type, identifier, weight, 60, [$"of {identifier}"]);

    private static RecordSet Mark(params ImmutableArray<MarkedPair> initial) => new OwnershipMark("12-9f3c21ab", initial).ToRecordSet(Name);
}

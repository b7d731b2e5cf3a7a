using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Dns;
using Cutover.Core.Emergency;
using Cutover.Core.Ownership;

namespace Cutover.Core.Tests.Emergency;

/// <summary>What holds for a rollback past the server whatever the zone holds.</summary>
public sealed class EmergencyRollbackProperties
{
    private static readonly ImmutableArray<string> Names = ["a.lab.example.", "b.lab.example.", "other.lab.example."];

    private static readonly BreakGlass By = new("kim", DateTimeOffset.UnixEpoch);

    private static readonly Gen<int> Weight = Gen.OneOf(Gen.Const(0), Gen.Int[0, 255]);

    private static readonly Gen<PairWeights> Pair = Gen.Select(Weight, Weight, (source, target) => new PairWeights(source, target));

    private static readonly Gen<RecordSet> Weighted = Gen.Select(
        Gen.Int[0, 2].Select(at => Names[at]),
        OneOf("A", "AAAA"),
        OneOf("haproxy", "envoy", "canary", "blue"),
        Weight,
        (name, type, identifier, weight) => new RecordSet(name, type, identifier, weight, 60, [identifier]));

    private static readonly Gen<RecordSet> Mark = Gen.Select(
        Gen.Int[0, 2].Select(at => Names[at]),
        Pair,
        (name, initial) => new OwnershipMark("1-a", [new MarkedPair(RecordType.A, initial, 20)]).ToRecordSet(name));

    private static readonly Gen<ImmutableArray<RecordSet>> Zone = Gen.Select(
        Weighted.Array[0, 16],
        Mark.Array[0, 3],
        (sets, marks) => sets.Concat(marks).DistinctBy(set => (set.Name, set.Type, set.SetIdentifier)).ToImmutableArray());

    [Fact]
    public void No_pair_is_left_with_nothing_but_zeros() =>
        Zone.Sample(zone => Assert.All(Decide(zone).Pairs, pair => Assert.True(pair.After.Source + pair.After.Target > 0)));

    [Fact]
    public void Only_named_records_and_their_marks_are_touched_and_nothing_is_dropped() => Zone.Sample(zone =>
    {
        var changes = Decide(zone).Changes;
        var (deletes, creates) = (Sets(changes, ChangeAction.Delete), Sets(changes, ChangeAction.Create));
        Assert.All(deletes, set => Assert.Contains(set, zone));
        Assert.Equal(deletes.Select(Key).Order(), creates.Select(Key).Order());
        Assert.All(creates, set => Assert.Contains(set.Name.Replace("_cutover.", "", StringComparison.Ordinal), Names.Take(2)));
        Assert.All(creates, set => Assert.Contains(set.SetIdentifier, new[] { null, "haproxy", "envoy" }));
        Assert.Equal(changes.OrderBy(change => change.Action), changes);
    });

    [Fact]
    public void Deciding_again_after_the_write_changes_nothing_more() => Zone.Sample(zone =>
    {
        var changes = Decide(zone).Changes;
        var written = zone.Except(Sets(changes, ChangeAction.Delete)).Concat(Sets(changes, ChangeAction.Create)).ToImmutableArray();
        var again = Decide(written);
        Assert.Empty(again.MissingFrom(written));
    });

    [Fact]
    public void Each_asked_record_is_rolled_back_or_refused() => Zone.Sample(zone =>
    {
        var decided = Decide(zone);
        Assert.Equal(
            ["a.lab.example A", "a.lab.example AAAA", "b.lab.example A"],
            decided.Pairs.Select(pair => pair.Record)
                .Concat(decided.Refusals.Select(refusal => refusal.Record))
                .Order(StringComparer.Ordinal));
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static ZoneRollback Decide(ImmutableArray<RecordSet> zone) => EmergencyRollback.Decide(
        [
            new RollbackRequest(Names[0], [RecordType.A, RecordType.AAAA], "haproxy", "envoy"),
            new RollbackRequest(Names[1], [RecordType.A], "haproxy", "envoy"),
        ],
        zone,
        By);

    private static List<RecordSet> Sets(ImmutableArray<RecordSetChange> changes, ChangeAction action) =>
        [.. changes.Where(change => change.Action == action).Select(change => change.RecordSet)];

    private static string Key(RecordSet set) => $"{set.Name} {set.Type} {set.SetIdentifier}";
}

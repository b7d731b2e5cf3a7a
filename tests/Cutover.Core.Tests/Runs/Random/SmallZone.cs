using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>The record sets of one hosted zone: a batch is taken whole or not at all.</summary>
internal sealed class SmallZone(Plan plan, string id)
{
    public ImmutableArray<RecordSet> Sets { get; private set; } =
        [.. plan.RecordsOf(id).SelectMany(record => new[] { record.Source, record.Target })];

    public PairReading Reading => PairReading.Of(plan, id, Sets);

    public bool TryWrite(ImmutableArray<RecordSetChange> changes)
    {
        Assert.NotEmpty(changes);
        var sets = Sets;
        foreach (var change in changes)
        {
            var same = sets.FirstOrDefault(set => IsSame(set, change.RecordSet));
            if (change.Action == ChangeAction.Delete ? same?.Matches(change.RecordSet) != true : same is not null)
            {
                return false;
            }

            sets = change.Action == ChangeAction.Delete ? sets.Remove(same!) : sets.Add(change.RecordSet);
        }

        Sets = sets;
        return true;
    }

    public void Weigh(PairWeights weights) => Weigh(record => weights);

    /// <summary>Someone else's mark, in place of this run's.</summary>
    public void MarkForeign() => Marks(name => new OwnershipMark("99-stranger", [new MarkedPair(RecordType.A, new PairWeights(1, 0), 60)]).ToRecordSet(name));

    public void Unmark() => Sets = Sets.RemoveAll(set => set.Type == "TXT");

    /// <summary>A rollback past the server: the initial weights, and a word about it in the marks that are there.</summary>
    public void BreakGlass(DateTimeOffset at)
    {
        Weigh(record => record.Initial.Weights);
        Sets = [.. plan.RecordsOf(id).SelectMany(record => new[] { record.Source, record.Target }), .. Sets.Where(set => set.Type == "TXT").Select(Broken)];

        RecordSet Broken(RecordSet set) => OwnershipMark.Parse(set) is { } mark && mark.Run == plan.Owner
            ? set with { Values = [$"\"{mark with { BreakGlass = new BreakGlass("eve", at) }}\""] }
            : set;
    }

    public void Mend(ImmutableArray<RecordWeights> applied)
    {
        var marks = Sets.Where(set => OwnershipMark.Parse(set) is { BreakGlass: null } mark && mark.Run == plan.Owner);
        Sets =
        [
            .. plan.RecordsOf(id).SelectMany(record => Of(record, applied.First(pair => pair.Record == record.Key))), .. marks,
        ];
    }

    private void Marks(Func<string, RecordSet> mark)
    {
        Unmark();
        Sets = Sets.AddRange(plan.RecordsOf(id).Select(record => record.Key.Name).Distinct().Select(mark));
    }

    private void Weigh(Func<PlannedRecord, PairWeights> weights) => Sets =
    [
        .. Sets.Select(set => plan.RecordsOf(id).FirstOrDefault(record => record.Key.Name == set.Name && record.Key.Type.ToString() == set.Type) is { } record
            ? set with { Weight = set.SetIdentifier == record.Source.SetIdentifier ? weights(record).Source : weights(record).Target }
            : set),
    ];

    private static RecordSet[] Of(PlannedRecord record, RecordWeights pair) =>
    [
        record.Source with { Weight = pair.Weights.Source, Ttl = pair.Ttl }, record.Target with { Weight = pair.Weights.Target, Ttl = pair.Ttl },
    ];

    private static bool IsSame(RecordSet one, RecordSet other) =>
        one.Name == other.Name && one.Type == other.Type && one.SetIdentifier == other.SetIdentifier;
}

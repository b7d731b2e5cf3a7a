using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>What the zone holds of the pair, and beside it.</summary>
/// <param name="Weights">Null unless both siblings are there.</param>
/// <param name="IsWhole">
/// Both siblings are there with the planned values. A third may be made beside them at any moment, which no batch can tell.
/// </param>
/// <param name="Owner">The run that the mark names; null without a mark.</param>
internal sealed record PairContent(PairWeights? Weights, bool IsWhole, bool HasThird, string? Owner)
{
    public static PairContent Of(ZoneContent zone)
    {
        var sets = zone.Find(InterleavedPlan.Name, "A").ToList();
        var (source, target) = (Find(sets, 0), Find(sets, 1));
        var mark = zone.Find(OwnershipMark.NameFor(InterleavedPlan.Name), "TXT", null);
        return new PairContent(
            source is null || target is null ? null : new PairWeights(source.Weight!.Value, target.Weight!.Value),
            IsPlanned(source, 0) && IsPlanned(target, 1),
            sets.Count > new[] { source, target }.Count(set => set is not null),
            mark is null ? null : OwnershipMark.Parse(new RecordSet(mark.Name, "TXT", null, null, mark.Ttl, mark.Values))?.Run);
    }

    public override string ToString() =>
        (Weights?.ToString() ?? "not both siblings")
            + (HasThird ? " and a third" : string.Empty) + (Owner is null ? string.Empty : $", marked {Owner}");

    private static ZoneRecordSet? Find(List<ZoneRecordSet> sets, int index) =>
        sets.Find(set => set.SetIdentifier == InterleavedPlan.Before[index].SetIdentifier);

    private static bool IsPlanned(ZoneRecordSet? set, int index) =>
        set?.Ttl == 60 && set.Values.SequenceEqual(InterleavedPlan.Before[index].Values);
}

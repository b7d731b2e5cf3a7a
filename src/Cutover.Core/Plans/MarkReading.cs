using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;

namespace Cutover.Core.Plans;

/// <summary>What the TXT records beside a plan's pairs say about whose they are.</summary>
internal sealed record MarkReading(
    ImmutableArray<PairDifference> Differences, BreakGlass? BreakGlass, string? Others, bool AreOurs)
{
    private const string Heritage = "heritage=";

    public static MarkReading Of(Plan plan, string zoneId, ImmutableArray<RecordSet> sets)
    {
        var marks = Names(plan, zoneId)
            .Select(key => (Key: key, Set: OwnershipMark.StandingAt(key.Name, sets)))
            .Where(mark => mark.Set is not null)
            .ToList();
        var foreign = marks
            .Where(mark => plan.Owner is not null && !IsOurs(plan, mark.Set!) && !IsSuperseded(plan, mark.Set!)).ToList();
        var others = foreign.Select(mark => mark.Set!).Concat(sets.Where(IsHeritage)).Select(Owner).Distinct().ToList();
        return new MarkReading(
            [.. foreign.Select(mark => new PairDifference(DifferenceKind.Mark, mark.Key, Foreign(mark.Key, mark.Set!)))],
            marks.Where(mark => IsOurs(plan, mark.Set!)).Select(mark => OwnershipMark.Parse(mark.Set!)!.BreakGlass)
                .FirstOrDefault(glass => glass is not null),
            others.Count == 0 ? null : string.Join(", ", others),
            marks.Any(mark => IsOurs(plan, mark.Set!)));
    }

    /// <summary>The names of a zone's pairs, each by its first pair.</summary>
    public static IEnumerable<RecordKey> Names(Plan plan, string zoneId) =>
        plan.RecordsOf(zoneId).Select(record => record.Key).DistinctBy(key => key.Name);

    public static bool IsOurs(Plan plan, RecordSet mark) => plan.Owner is { } owner && OwnershipMark.Parse(mark)?.Run == owner;

    /// <summary>True for the mark of a run that is over, which this run replaces.</summary>
    public static bool IsSuperseded(Plan plan, RecordSet mark) =>
        OwnershipMark.Parse(mark) is { } other && plan.Supersedes.Contains(other.Run);

    private static string Foreign(RecordKey key, RecordSet mark) => OwnershipMark.Parse(mark) is { } other
        ? $"{key.Name.TrimEnd('.')} is marked as run {other.Run}'s, which another Cutover drives or left open "
            + $"({mark.Name.TrimEnd('.')} TXT): end that run, or delete the mark if it is left over"
        : $"{mark.Name.TrimEnd('.')} TXT is not an ownership mark ({string.Join(",", mark.Values)}): delete it";

    // The marks of Cutover stand at names of their own; others, such as external-dns, put theirs at the record's.
    private static bool IsHeritage(RecordSet set) =>
        set.Type == "TXT" && OwnershipMark.Parse(set) is null
        && set.Values.Any(value => value.Contains(Heritage, StringComparison.Ordinal));

    private static string Owner(RecordSet set) => OwnershipMark.Parse(set) is { } mark
        ? $"another Cutover (run {mark.Run})"
        : $"{set.Name.TrimEnd('.')} TXT {string.Join(",", set.Values)}";
}

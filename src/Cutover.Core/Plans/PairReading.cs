using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;

namespace Cutover.Core.Plans;

/// <summary>What the zones hold of a plan's pairs: their weights, and whatever else differs from what the plan saw.</summary>
/// <param name="Weights">Of every pair that is whole.</param>
/// <param name="Differences">Each names its record.</param>
/// <param name="BreakGlass">What this run's own mark says of a rollback past the server.</param>
/// <param name="Others">Who else says in a TXT record that names of the plan are theirs, in words; null where nobody does.</param>
/// <param name="Marked">The ids of the zones in which this run's own marks stand; null where there are none.</param>
public sealed record PairReading(
    ImmutableArray<RecordWeights> Weights,
    ImmutableArray<PairDifference> Differences,
    BreakGlass? BreakGlass = null,
    string? Others = null,
    ImmutableArray<string>? Marked = null)
{
    /// <summary>Reads the sets of one zone: all that stand at the pairs' names and at the names of their ownership marks.</summary>
    public static PairReading Of(Plan plan, string zoneId, ImmutableArray<RecordSet> sets)
    {
        var records = plan.RecordsOf(zoneId);
        var marks = MarkReading.Of(plan, zoneId, sets);
        return new PairReading(
            [.. records.Select(record => WeightsOf(record, sets)).OfType<RecordWeights>()],
            [.. records.SelectMany(record => Compare(record, sets)), .. marks.Differences],
            marks.BreakGlass,
            marks.Others,
            marks.AreOurs ? [zoneId] : null);
    }

    /// <summary>The readings of several zones as one.</summary>
    public static PairReading Together(IEnumerable<PairReading> readings)
    {
        var all = readings.ToList();
        var others = all.Select(reading => reading.Others).OfType<string>().ToList();
        var marked = all.SelectMany(reading => reading.Marked ?? []).ToImmutableArray();
        return new PairReading(
            [.. all.SelectMany(reading => reading.Weights)],
            [.. all.SelectMany(reading => reading.Differences)],
            all.Select(reading => reading.BreakGlass).FirstOrDefault(glass => glass is not null),
            others.Count == 0 ? null : string.Join(", ", others),
            marked.IsEmpty ? null : marked);
    }

    /// <summary>The record sets of the zone that stand at a pair's name and type.</summary>
    public static ImmutableArray<RecordSet> SiblingsOf(PlannedRecord record, ImmutableArray<RecordSet> sets) =>
        [.. sets.Where(set => set.Name == record.Key.Name && set.Type == record.Key.Type.ToString())];

    private static RecordWeights? WeightsOf(PlannedRecord record, ImmutableArray<RecordSet> sets)
    {
        var siblings = SiblingsOf(record, sets);
        return Find(siblings, record.Source) is { Weight: { } source } set && Find(siblings, record.Target)?.Weight is { } target
            ? new RecordWeights(record.Key, new PairWeights(source, target), set.Ttl)
            : null;
    }

    private static IEnumerable<PairDifference> Compare(PlannedRecord record, ImmutableArray<RecordSet> sets)
    {
        var siblings = SiblingsOf(record, sets);
        var ours = new[] { record.Source, record.Target };
        return ours.Select(planned => Compare(record, planned, siblings)).OfType<PairDifference>()
            .Concat(UnequalTtl(record, siblings))
            .Concat(siblings.Where(set => ours.All(planned => planned.SetIdentifier != set.SetIdentifier)).Select(set => Further(record, set)));
    }

    private static PairDifference? Compare(PlannedRecord record, RecordSet planned, ImmutableArray<RecordSet> siblings)
    {
        if (Find(siblings, planned) is { } found)
        {
            // The TTL is a thing that steps change: it is read and compared with the weights.
            return found.Weight is not null && found.MatchesButForWeight(planned with { Ttl = TtlOf(planned, found) })
                ? null
                : new PairDifference(
                    DifferenceKind.Content,
                    record.Key,
                    $"{record.Key} {Identify(planned)} is {Content(found)}, the plan saw {Content(planned)}");
        }

        var beside = siblings.Select(set => $"{Identify(set)} {Content(set)}").DefaultIfEmpty("nothing");
        return new PairDifference(
            DifferenceKind.Missing, record.Key, $"{record.Key} {Identify(planned)} is missing; there is {string.Join(", ", beside)}");
    }

    private static long? TtlOf(RecordSet planned, RecordSet found) => planned.Ttl is null ? null : found.Ttl;

    private static IEnumerable<PairDifference> UnequalTtl(PlannedRecord record, ImmutableArray<RecordSet> siblings)
    {
        if (Find(siblings, record.Source)?.Ttl is { } source && Find(siblings, record.Target)?.Ttl is { } target && source != target)
        {
            yield return new PairDifference(
                DifferenceKind.Content,
                record.Key,
                FormattableString.Invariant($"{record.Key} has two TTLs, {source} s and {target} s, which bends the shares"));
        }
    }

    private static PairDifference Further(PlannedRecord record, RecordSet set) => set.SetIdentifier is null
        ? new PairDifference(DifferenceKind.Simple, record.Key, $"{record.Key} has a simple record set: {Content(set)}")
        : new PairDifference(
            DifferenceKind.Third,
            record.Key,
            $"{record.Key} has a third record set {Identify(set)} ({Content(set)}), which takes part in the answers and which no run "
                + "touches: delete it");

    private static RecordSet? Find(ImmutableArray<RecordSet> siblings, RecordSet planned) =>
        siblings.FirstOrDefault(set => set.SetIdentifier == planned.SetIdentifier);

    private static string Identify(RecordSet set) => set.SetIdentifier is null ? "(simple)" : $"\"{set.SetIdentifier}\"";

    private static string Content(RecordSet set) => string.Join(
        " ",
        new[]
        {
            set.Weight is { } weight ? string.Create(CultureInfo.InvariantCulture, $"weight {weight}") : null,
            set.Ttl is { } ttl ? string.Create(CultureInfo.InvariantCulture, $"TTL {ttl}") : null,
            set.Alias is { } alias
                ? $"alias {alias.DnsName}{(alias.EvaluateTargetHealth ? " with target health" : string.Empty)}"
                : string.Join(",", set.Values),
            set.HealthCheckId is { } check ? $"health check {check}" : null,
            set.OtherRouting is { } routing ? $"{routing} routing" : null,
        }.OfType<string>());
}

using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>What the zone holds of a plan's pairs: their weights, and whatever else differs from what the plan saw.</summary>
/// <param name="Weights">Of every pair that is whole.</param>
/// <param name="Differences">In words, each naming its record.</param>
public sealed record PairReading(ImmutableArray<RecordWeights> Weights, ImmutableArray<string> Differences)
{
    public static PairReading Of(Plan plan, ImmutableArray<RecordSet> sets) => new(
        [.. plan.Records.Select(record => WeightsOf(record, sets)).OfType<RecordWeights>()],
        [.. plan.Records.SelectMany(record => Compare(record, sets))]);

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

    private static IEnumerable<string> Compare(PlannedRecord record, ImmutableArray<RecordSet> sets)
    {
        var siblings = SiblingsOf(record, sets);
        var ours = new[] { record.Source, record.Target };
        return ours.SelectMany(planned => Compare(record, planned, Find(siblings, planned)))
            .Concat(siblings
                .Where(set => ours.All(planned => planned.SetIdentifier != set.SetIdentifier))
                .Select(set => $"{record.Key} has a further record set {Identify(set)}"));
    }

    private static IEnumerable<string> Compare(PlannedRecord record, RecordSet planned, RecordSet? found)
    {
        if (found is null)
        {
            return [$"{record.Key} {Identify(planned)} is missing"];
        }

        return found.MatchesButForWeight(planned)
            ? []
            : [$"{record.Key} {Identify(planned)} is {Content(found)}, the plan saw {Content(planned)}"];
    }

    private static RecordSet? Find(ImmutableArray<RecordSet> siblings, RecordSet planned) =>
        siblings.FirstOrDefault(set => set.SetIdentifier == planned.SetIdentifier);

    private static string Identify(RecordSet set) => set.SetIdentifier is null ? "(simple)" : $"\"{set.SetIdentifier}\"";

    private static string Content(RecordSet set) => string.Join(
        " ",
        new[]
        {
            set.Ttl is { } ttl ? string.Create(CultureInfo.InvariantCulture, $"TTL {ttl}") : null,
            set.Alias is { } alias
                ? $"alias {alias.DnsName}{(alias.EvaluateTargetHealth ? " with target health" : string.Empty)}"
                : string.Join(",", set.Values),
            set.HealthCheckId is { } check ? $"health check {check}" : null,
            set.OtherRouting is { } routing ? $"{routing} routing" : null,
        }.OfType<string>());
}

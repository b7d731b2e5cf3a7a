using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;

namespace Cutover.Core.Emergency;

/// <summary>What a person should know of a rollback before saying yes to it.</summary>
internal static class RollbackWarnings
{
    public static IEnumerable<string> Of(ImmutableArray<PairRollback> pairs, ImmutableArray<RecordSet> sets) =>
        pairs.SelectMany(pair => Of(pair, sets)).Distinct();

    private static IEnumerable<string> Of(PairRollback pair, ImmutableArray<RecordSet> sets)
    {
        string?[] warnings = [Kept(pair), SourceEmpty(pair), Revivable(pair), Mark(pair, sets)];
        return pair.Others.Select(other => Other(pair, other)).Concat(warnings.OfType<string>());
    }

    private static string Other(PairRollback pair, RecordSet other) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pair.Record}: \"{other.SetIdentifier}\" (weight {other.Weight ?? 0}) takes part too. It is left alone and has "
            + $"{Percent(pair.ShareBefore(other))} of the answers now and {Percent(pair.ShareAfter(other))} afterwards");

    private static string? Kept(PairRollback pair) => pair.After.Target == 0 ? null
        : $"{pair.Record}: \"{pair.Target.SetIdentifier}\" keeps {Percent(pair.ShareAfter(pair.Target))} of the answers, "
            + $"as before the run {pair.Run}";

    private static string? SourceEmpty(PairRollback pair) => pair.After.Source > 0 ? null
        : $"{pair.Record}: \"{pair.Source.SetIdentifier}\" gets weight 0, as before the run {pair.Run}";

    private static string? Revivable(PairRollback pair)
    {
        var zero = pair.After.Target == 0 ? pair.Target : pair.After.Source == 0 ? pair.Source : null;
        var checks = new[] { pair.Source, pair.Target }.Where(IsWatched).Select(set => $"\"{set.SetIdentifier}\"").ToList();
        return zero is null || checks.Count == 0 ? null
            : $"{pair.Record}: {string.Join(" and ", checks)} {(checks.Count == 1 ? "has" : "have")} a health check: "
                + $"when every other record set is unhealthy, Route 53 answers with \"{zero.SetIdentifier}\" although its weight is 0";
    }

    private static bool IsWatched(RecordSet set) => set.HealthCheckId is not null || set.Alias is { EvaluateTargetHealth: true };

    private static string? Mark(PairRollback pair, ImmutableArray<RecordSet> sets)
    {
        var name = pair.Source.Name;
        return pair.Run is not null || OwnershipMark.StandingAt(name, sets) is not { } set ? null
            : EmergencyRollback.MarkOf(name, sets) is { } mark
                ? $"{pair.Record}: the mark of run {mark.Run} remembers no weights for it, so it is {pair.After}"
                : $"{OwnershipMark.NameFor(name).TrimEnd('.')} TXT is no mark of Cutover's and is left alone: "
                    + string.Join(' ', set.Values);
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}

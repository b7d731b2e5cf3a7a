using System.Text.Json;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Decisions;

/// <summary>Which decisions of a run are looked for; what is null is not asked.</summary>
/// <param name="NotableOnly">Leaves the heartbeat out.</param>
/// <param name="Gate">The gate's whole name; then only verdicts are found.</param>
/// <param name="Text">A part of the reason, in any case.</param>
public sealed record DecisionFilter(bool NotableOnly = false, DecisionKind? Kind = null, string? Gate = null, string? Text = null)
{
    /// <summary>Longest text that is looked for.</summary>
    public const int LongestText = 200;

    /// <summary>True when something is looked for, beside what is notable.</summary>
    public bool IsNarrow => Kind is not null || !string.IsNullOrEmpty(Gate) || !string.IsNullOrWhiteSpace(Text);

    internal IQueryable<DecisionRecord> Of(IQueryable<DecisionRecord> decisions)
    {
        var found = NotableOnly ? decisions.Where(row => row.IsNotable) : decisions;
        found = OfKind(found);
        if (!string.IsNullOrEmpty(Gate))
        {
            var named = $"{Begin("gate-judged\"")},\"gate\":{JsonSerializer.Serialize(Gate, RunJson.Options)},";
            found = found.Where(row => row.Event.StartsWith(named));
        }

#pragma warning disable CA1304, CA1311, CA1862 // It becomes SQL: the database compares.
        return Text?.Trim().ToLowerInvariant() is { Length: > 0 } text ? found.Where(row => row.Reason.ToLower().Contains(text)) : found;
#pragma warning restore CA1304, CA1311, CA1862
    }

    private IQueryable<DecisionRecord> OfKind(IQueryable<DecisionRecord> decisions)
    {
        var (one, other) = Kind switch
        {
            DecisionKind.Gates => (Begin("gate-judged\""), Begin("dials-compared\"")),
            DecisionKind.Changes => (Begin("change-"), Begin("change-")),
            DecisionKind.People => (Begin("operator-asked\""), Begin("started\"")),
            DecisionKind.Zones => (Begin("zone-"), Begin("zone-")),
            DecisionKind.Answers => (Begin("answers-observed\""), Begin("answers-observed\"")),
            _ => (null, null),
        };
        return one is null ? decisions : decisions.Where(row => row.Event.StartsWith(one) || row.Event.StartsWith(other!));
    }

    private static string Begin(string name) => $"{{\"event\":\"{name}";
}

using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Conversions;

/// <summary>
/// Record sets of one zone that give way to others in one atomic batch. Route 53 deletes only an exact match, so the batch fails as a whole
/// when anyone has changed one of them.
/// </summary>
/// <param name="Before">What the zone holds, and the batch deletes.</param>
/// <param name="After">What the batch creates.</param>
public sealed record ZoneBatch(HostedZone Zone, ImmutableArray<RecordSet> Before, ImmutableArray<RecordSet> After)
{
    /// <summary>The batch as Route 53 takes it.</summary>
    public ImmutableArray<RecordSetChange> Changes() => [.. Lines(ChangeAction.Delete, Before), .. Lines(ChangeAction.Create, After)];

    /// <summary>The batch that takes this one back.</summary>
    public ZoneBatch Reverse() => this with { Before = After, After = Before };

    /// <summary>
    /// Writes again what the batch left behind. It changes nothing, and gives a write whose answer was lost a change id of its own.
    /// </summary>
    public ZoneBatch Again() => this with { Before = After };

    /// <summary>The names and types that the batch is about, in its order.</summary>
    public ImmutableArray<(string Name, string Type)> Places() => [.. Before.Concat(After).Select(set => (set.Name, set.Type)).Distinct()];

    /// <summary>Which of its two sides the zone holds.</summary>
    public BatchStanding StandingIn(ImmutableArray<RecordSet> sets)
    {
        var held = Held(sets);
        return SameSets(held, Before) ? BatchStanding.NotWritten
            : SameSets(held, After) ? BatchStanding.Written
            : BatchStanding.Foreign;
    }

    /// <summary>Of a zone's record sets those at the places of this batch.</summary>
    public ImmutableArray<RecordSet> Held(ImmutableArray<RecordSet> sets)
    {
        var places = Places();
        return [.. sets.Where(set => places.Contains((set.Name, set.Type)))];
    }

    private static IEnumerable<RecordSetChange> Lines(ChangeAction action, ImmutableArray<RecordSet> sets) =>
        sets.Select(set => new RecordSetChange(action, set));

    private static bool SameSets(ImmutableArray<RecordSet> held, ImmutableArray<RecordSet> wanted) =>
        held.Length == wanted.Length && wanted.All(set => held.Any(set.Matches));
}

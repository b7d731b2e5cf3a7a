using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>
/// What the burn gates of a run have counted, from the verdicts that are stored with their measurements: a host that takes the run up goes on
/// from there.
/// </summary>
internal sealed class StoredCounts(IDbContextFactory<CutoverContext> contexts)
{
    /// <summary>By the name of the gate; empty for a run without a burn gate.</summary>
    public async Task<ImmutableDictionary<string, BurnEvidence>> ReadAsync(long run, Playbook playbook, CancellationToken cancellation)
    {
        var found = ImmutableDictionary.CreateBuilder<string, BurnEvidence>(StringComparer.Ordinal);
        var names = playbook.Gates.Where(gate => gate.Goal is BurnObjective).Select(gate => gate.Name).ToList();
        if (names.Count > 0)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var rows = context.Verdicts.AsNoTracking().Where(row => row.RunId == run && names.Contains(row.Gate)).OrderBy(row => row.Id)
                .Select(row => new { row.Gate, row.Stack, row.Measurements });
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                found[row.Gate] = found.GetValueOrDefault(row.Gate, BurnEvidence.None)!.With(row.Stack, Newest(row.Measurements));
            }
        }

        return found.ToImmutable();
    }

    private static Measurement Newest(string measurements) => RunJson.Read<ImmutableArray<Measurement>>(measurements)[^1];
}

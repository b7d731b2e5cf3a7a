using System.Collections.Immutable;
using Cutover.Engine.Decisions;

namespace Cutover.Web.Components.Run;

/// <summary>The rows of a run's log that are open. Each is read when it is opened.</summary>
public sealed class OpenDecisions(long run, DecisionDetails details, ILogger logger)
{
    /// <summary>By number of the decision; a row that is closed is not among them.</summary>
    public ImmutableDictionary<long, OpenDecision> Rows { get; private set; } = ImmutableDictionary<long, OpenDecision>.Empty;

    /// <summary>Opens a row, or closes it.</summary>
    public Task ToggleAsync(long sequence, CancellationToken cancellation)
    {
        var isOpen = Rows.ContainsKey(sequence);
        Rows = Rows.Remove(sequence);
        return isOpen ? Task.CompletedTask : ReadAsync(sequence, cancellation);
    }

    /// <summary>Reads an open row anew: what came of its calls may not have been all there was to come.</summary>
    public async Task ReadAsync(long sequence, CancellationToken cancellation)
    {
        Rows = Rows.SetItem(sequence, new OpenDecision());
        var found = await FindAsync(sequence, cancellation);
        if (Rows.ContainsKey(sequence))
        {
            Rows = Rows.SetItem(sequence, found);
        }
    }

    private async Task<OpenDecision> FindAsync(long sequence, CancellationToken cancellation)
    {
        try
        {
            return await details.FindAsync(run, sequence, cancellation) is { } detail
                ? new OpenDecision(detail)
                : new OpenDecision(Problem: "the database does not know it");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.DecisionNotRead(logger, run, sequence, failure);
            return new OpenDecision(Problem: failure.Message);
        }
    }
}

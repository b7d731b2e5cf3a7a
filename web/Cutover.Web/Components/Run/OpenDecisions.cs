using Cutover.Engine.Decisions;

namespace Cutover.Web.Components.Run;

/// <summary>The rows of a run's log that are open. Each is read when it is opened.</summary>
public sealed class OpenDecisions(long run, DecisionDetails details, ILogger logger)
{
    private readonly Dictionary<long, OpenDecision> open = [];

    /// <summary>Null for a row that is closed.</summary>
    public OpenDecision? Of(long sequence) => open.GetValueOrDefault(sequence);

    /// <summary>Opens a row, or closes it.</summary>
    public Task ToggleAsync(long sequence, CancellationToken cancellation) =>
        open.Remove(sequence) ? Task.CompletedTask : ReadAsync(sequence, cancellation);

    /// <summary>Reads an open row anew: what came of its calls may not have been all there was to come.</summary>
    public async Task ReadAsync(long sequence, CancellationToken cancellation)
    {
        open[sequence] = new OpenDecision();
        var found = await FindAsync(sequence, cancellation);
        if (open.ContainsKey(sequence))
        {
            open[sequence] = found;
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

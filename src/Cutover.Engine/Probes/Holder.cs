using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Probes;

/// <summary>Keeps one connection to a stack open, and opens it again when it is lost.</summary>
internal sealed class Holder(
    ProbeTarget target,
    ProbeOptions options,
    ProbeWindow window,
    TimeProvider time,
    Random random,
    ILogger logger)
{
    private readonly WebSocketDialer _dialer = new(target, options, time);
    private readonly ReopenBackoff _backoff = new(options, random);

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(options.OpenSpread * random.NextDouble(), time, stop);
            while (!stop.IsCancellationRequested)
            {
                await HoldOnceAsync(stop);
                await Task.Delay(_backoff.Next(), time, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping between two connections.
        }
    }

    private async Task HoldOnceAsync(CancellationToken stop)
    {
        // Only the connection is kept: the outcome's headers and bytes would lie in memory as long as it is held.
        if (await OpenAsync(stop) is { } connection)
        {
            await HoldAsync(connection, stop);
        }
    }

    private async Task<DialedConnection?> OpenAsync(CancellationToken stop)
    {
        var outcome = await _dialer.DialAsync(stop);
        if (outcome is DialOutcome.Connected connected)
        {
            return connected.Connection;
        }

        window.RecordHoldFailure();
        Log.HoldFailed(logger, target.Stack, outcome.Describe());
        return null;
    }

    private async Task HoldAsync(DialedConnection connection, CancellationToken stop)
    {
        using var held = new HeldConnection(connection, options, time, window);
        window.RecordHeld();
        var end = await held.RunAsync(stop);
        window.RecordHeldEnd(end);
        if (end.IsDrop)
        {
            Log.HeldDropped(logger, target.Stack, end);
        }

        if (end.Kind is HeldEndKind.CloseFrame or HeldEndKind.Released)
        {
            await held.CloseAsync();
        }

        if (held.WasAnswered)
        {
            _backoff.Reset();
        }
    }
}

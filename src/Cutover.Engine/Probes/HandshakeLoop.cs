using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Probes;

/// <summary>Dials one stack at a steady rate, and closes each connection right after its 101.</summary>
internal sealed class HandshakeLoop(
    ProbeTarget target,
    ProbeOptions options,
    ProbeWindow window,
    TimeProvider time,
    Random random,
    ILogger logger)
{
    private readonly WebSocketDialer _dialer = new(target, options, time);

    /// <summary>Runs until <paramref name="stop"/>, then waits for the dials under way to let go.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var room = new SemaphoreSlim(options.MaxConcurrentDials);
        var rhythm = new DialRhythm(options.DialsPerSecond, options.DialJitter, time, random);
        try
        {
            while (true)
            {
                await Task.Delay(rhythm.UntilNext(), time, stop);
                Begin(room, stop);
            }
        }
        catch (OperationCanceledException)
        {
            await RoomForAllAsync(room);
        }
    }

    private void Begin(SemaphoreSlim room, CancellationToken stop)
    {
        if (room.Wait(0, CancellationToken.None))
        {
            _ = DialAsync(room, stop);
        }
        else
        {
            Log.DialLeftOut(logger, target.Stack, options.MaxConcurrentDials);
        }
    }

    private async Task DialAsync(SemaphoreSlim room, CancellationToken stop)
    {
        try
        {
            await DialOnceAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // The probe stops; a dial cut short by that says nothing about the stack.
        }
        catch (Exception bug)
        {
            Log.ProbeBroke(logger, target.Stack, bug);
        }
        finally
        {
            room.Release();
        }
    }

    private async Task DialOnceAsync(CancellationToken stop)
    {
        var outcome = await _dialer.DialAsync(stop);
        window.RecordHandshake(outcome);
        if (outcome is DialOutcome.Connected connected)
        {
            using var channel = new FrameChannel(connected.Connection, time);
            await channel.CloseAsync(options.CloseGrace);
        }
        else
        {
            Log.HandshakeFailed(logger, target.Stack, outcome.Describe());
        }
    }

    private async Task RoomForAllAsync(SemaphoreSlim room)
    {
        for (var i = 0; i < options.MaxConcurrentDials; i++)
        {
            await room.WaitAsync(CancellationToken.None);
        }
    }
}

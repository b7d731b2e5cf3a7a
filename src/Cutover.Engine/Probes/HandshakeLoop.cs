namespace Cutover.Engine.Probes;

/// <summary>Dials one stack at a steady rate, and closes each connection right after its 101.</summary>
internal sealed class HandshakeLoop(Holding holding, WebSocketDialer dialer) : IHeldOwner, IDisposable
{
    private readonly SemaphoreSlim _room = new(Math.Max(1, holding.Options.DialRoom));

    /// <summary>Runs until <paramref name="stop"/>, then waits for the dials under way to let go.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        if (holding.Options.DialsPerSecond == 0)
        {
            return;
        }

        var rhythm = new DialRhythm(holding.Options.DialsPerSecond, holding.Options.DialJitter, holding.Time, holding.Random);
        try
        {
            while (true)
            {
                await Task.Delay(rhythm.UntilNext(), holding.Time, stop);
                Begin(stop);
            }
        }
        catch (OperationCanceledException)
        {
            await RoomForAllAsync();
        }
    }

    public void Ended(HeldConnection connection, HeldEnd end)
    {
        // Opened to be closed.
    }

    public void Closed(HeldConnection connection) => _room.Release();

    public void Dispose() => _room.Dispose();

    private void Begin(CancellationToken stop)
    {
        if (_room.Wait(0, CancellationToken.None))
        {
            _ = DialAsync(stop);
        }
        else
        {
            Log.DialLeftOut(holding.Logger, holding.Target.Stack, holding.Options.DialRoom);
        }
    }

    private async Task DialAsync(CancellationToken stop)
    {
        var isClosing = false;
        try
        {
            isClosing = Take(await dialer.DialAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The probe stops; a dial cut short by that says nothing about the stack.
        }
        catch (Exception bug)
        {
            holding.Broke(bug);
        }
        finally
        {
            if (!isClosing)
            {
                _room.Release();
            }
        }
    }

    /// <summary>True when a connection is open, whose closing will give its room back.</summary>
    private bool Take(DialOutcome outcome)
    {
        holding.Window.Answers.Add(outcome);
        holding.Window.RecordHandshake(outcome);
        if (outcome is DialOutcome.Connected connected)
        {
            new HeldConnection(connected.Connection, holding, this).StartAndRelease();
            return true;
        }

        Log.HandshakeFailed(holding.Logger, holding.Target.Stack, outcome.Describe());
        return false;
    }

    private async Task RoomForAllAsync()
    {
        for (var i = 0; i < holding.Options.DialRoom; i++)
        {
            await _room.WaitAsync(CancellationToken.None);
        }
    }
}

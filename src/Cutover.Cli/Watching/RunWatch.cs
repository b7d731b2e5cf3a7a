using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Engine.Views;

namespace Cutover.Cli.Watching;

/// <summary>Follows a run to its end, across restarts of the host.</summary>
internal sealed class RunWatch(HostClient host, long id, RunReader reader, IWatchScreen screen, TimeProvider time)
{
    private readonly Backoff backoff = Backoff.OfTheHost;
    private bool reached;
    private bool lost;

    /// <returns>The run when it is over; a problem when the host was never reached, or says that watching is no use.</returns>
    public async Task<Answer<RunView>> FollowAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var followed = await FollowConnectionAsync(cancellation);
            if (followed.TryGet(out _, out var problem) || !reached || !problem.MayPass)
            {
                return followed;
            }

            await PauseAsync(problem, cancellation);
        }
    }

    private async Task PauseAsync(CommandProblem problem, CancellationToken cancellation)
    {
        var pause = backoff.Next();
        if (!backoff.IsHiccup)
        {
            lost = true;
            screen.Lost(problem, pause);
        }

        await Task.Delay(pause, time, cancellation);
    }

    private async Task<Answer<RunView>> FollowConnectionAsync(CancellationToken cancellation)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var signal = new MoveSignal(time);
        var pump = PumpAsync(signal, closing.Token);
        try
        {
            return await ReadToTheEndAsync(signal, cancellation);
        }
        finally
        {
            await closing.CancelAsync();
            await pump;
        }
    }

    private async Task<Answer<RunView>> ReadToTheEndAsync(MoveSignal signal, CancellationToken cancellation)
    {
        do
        {
            if (!(await reader.ReadAsync(cancellation)).TryGet(out var reading, out var problem))
            {
                return problem;
            }

            Reached();
            screen.Show(reading);
            if (!reading.Run.Summary.IsOpen)
            {
                return reading.Run;
            }
        }
        while (await signal.WaitAsync(screen.Tick, cancellation));

        return signal.Problem ?? HostProblems.Unreachable(host.Address, "it closed the connection");
    }

    private void Reached()
    {
        reached = true;
        if (lost)
        {
            lost = false;
            screen.Back();
        }
    }

    private async Task PumpAsync(MoveSignal signal, CancellationToken cancellation)
    {
        CommandProblem? problem = null;
        try
        {
            if ((await host.EventsAsync(id, cancellation)).TryGet(out var events, out problem))
            {
                using (events)
                {
                    // Whatever happened between the first reading and the subscription is looked at now.
                    backoff.Reset();
                    signal.Set();
                    await events.PumpAsync(signal.Set, cancellation);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The watch is over, and so is its subscription.
        }
        finally
        {
            signal.End(problem);
        }
    }
}

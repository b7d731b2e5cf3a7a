using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Bench.Detection;

/// <summary>One run to 50 %, where a fault strikes; watched until it has been taken back, or its time is over.</summary>
/// <param name="host">An engine and a lab without an open run.</param>
/// <param name="fault">What goes wrong.</param>
/// <param name="patience">How long the gates have to notice it.</param>
internal sealed class Trial(BenchHost host, Fault fault, TimeSpan patience)
{
    /// <summary>A run that holds because both stacks fail is watched for so long: what would take it back did so by then.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan UntilReady = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Else the metrics of one fault would take the next run back: the longest window, a period, and the time to publish it.
    /// </summary>
    private static readonly TimeSpan UntilForgotten = TimeSpan.FromSeconds(25);

    public async Task<TrialResult> RunAsync(string playbook)
    {
        host.Lab.StartOver();
        Fault.None.Strike(host.Lab);
        var run = await host.StartRunAsync(playbook);
        var begun = await host.UntilAsync(run, view => IsReady(view) || RollbackTimes.IsDecided(view), UntilReady);
        if (begun is null || !IsReady(begun))
        {
            var unready = WhyNot(begun ?? await host.FindAsync(run));
            await host.EndAsync(run);
            return new TrialResult(fault, Ending.NeverReady, null, null, unready);
        }

        var struck = DateTimeOffset.UtcNow;
        fault.Strike(host.Lab);
        var seen = await WatchAsync(run);
        Fault.None.Strike(host.Lab);
        await Task.WhenAll(host.EndAsync(run), fault == Fault.None ? Task.CompletedTask : Task.Delay(UntilForgotten));
        return await ResultAsync(run, struck, seen);
    }

    private static string WhyNot(RunView view) => view.RollbackReason ?? view.Summary.Hold?.Words ?? string.Join(
        "; ",
        view.Gates.Where(gate => gate.Target?.Verdict != Verdict.Passed).Select(gate => gate.Target?.Words ?? $"{gate.Name}: no verdict"));

    private static bool IsReady(RunView view) =>
        view.Summary is { Phase: RunPhase.Baking, Hold: null } && view.Gates.All(gate => gate.Target?.Verdict == Verdict.Passed);

    private async Task<RunView> WatchAsync(long run)
    {
        var noticed = await host.UntilAsync(
            run, view => RollbackTimes.IsDecided(view) || view.Summary.Hold is { Reason: HoldReason.BothStacksFail }, patience);
        if (noticed is not null && !RollbackTimes.IsDecided(noticed))
        {
            noticed = await host.UntilAsync(run, RollbackTimes.IsDecided, Held < patience ? Held : patience);
        }

        return noticed ?? await host.FindAsync(run);
    }

    private async Task<TrialResult> ResultAsync(long run, DateTimeOffset struck, RunView seen)
    {
        var ending = seen switch
        {
            _ when RollbackTimes.IsDecided(seen) => Ending.RolledBack,
            { Summary.Hold: not null } => Ending.Held,
            _ => Ending.Baking,
        };
        return ending switch
        {
            Ending.RolledBack when await RollbackTimes.OfAsync(host, run, struck) is { } times =>
                new TrialResult(fault, ending, times.Decided - struck, times.MeasurementToWire, seen.RollbackReason),
            Ending.Held => new TrialResult(fault, ending, seen.Summary.Hold!.Since - struck, null, seen.Summary.Hold.Words),
            _ => new TrialResult(fault, ending, null, null, seen.RollbackReason),
        };
    }
}

using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>The moves of which a history is made.</summary>
internal sealed class Turns(Scene scene, Tally tally, DriftCheck drifts)
{
    // A client waits for an answer no longer than this, and what it gave up on does not arrive any later either.
    private static readonly TimeSpan LongestOnTheWire = TimeSpan.FromSeconds(20);

    public Move Start(CutoverActor cutover, double weight) => new(weight, $"{cutover.Name} starts", async () =>
    {
        await cutover.StartAsync(scene.Now);
        return string.Empty;
    });

    public Move Deliver(CutoverActor cutover, double weight) => Decide(cutover, "is told", weight, () => cutover.DeliverAsync(scene.Now));

    public Move Judge(CutoverActor cutover, Verdict verdict, double weight) =>
        Decide(cutover, $"gate {verdict}", weight, () => cutover.JudgeAsync(verdict, scene.Now));

    public Move Ask(CutoverActor cutover, OperatorAct act, double weight) =>
        Decide(cutover, $"asked to {act}", weight, () => cutover.AskAsync(act, scene.Now));

    public Move Release(HeldRequest request, Fault fault, double weight) => new(weight, $"{request}, fault {fault}", async () =>
    {
        tally.Count($"requests: {(fault == Fault.None ? "no fault" : fault)}{(request.IsWrite ? " (write)" : string.Empty)}");
        tally.Count($"requests{(request.IsAbandoned ? " that arrived after their sender had given up" : string.Empty)}");
        Turn(fault);
        await scene.Wire.ReleaseAsync(request, fault);
        await scene.Activity.IdleAsync();
        return $"zone {scene.Judge.Content}";
    });

    /// <summary>To the next wake-up of a run; none while a request is on the wire for too long.</summary>
    public IEnumerable<Move> PassTime(double weight)
    {
        var next = scene.Cutovers.Where(cutover => cutover is { IsOpen: true, WakeAt: not null }).MinBy(cutover => cutover.WakeAt);
        var stuck = next is not null && scene.Wire.Held.Any(request => next.WakeAt - request.Since > LongestOnTheWire);
        return next is null || stuck ? [] : [Decide(next, "wakes up", weight, () => WakeAsync(next))];
    }

    private async Task<Decision> WakeAsync(CutoverActor cutover)
    {
        var ahead = cutover.WakeAt!.Value - scene.Now;
        scene.Time.Advance(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
        return await cutover.TickAsync(scene.Now);
    }

    private Move Decide(CutoverActor cutover, string words, double weight, Func<Task<Decision>> decide) =>
        new(weight, $"{cutover.Name} {words}", async () =>
        {
            var before = cutover.State!;
            var decision = await decide();
            drifts.Decided(cutover, before);
            Count(before, decision.State);
            return $"{decision.State.Phase}{(decision.State.Hold is null ? string.Empty : ", held")}: {decision.Reason}";
        });

    private void Count(RunState before, RunState after)
    {
        if (before.Hold is null && after.Hold is { } hold)
        {
            tally.Count($"holds: {hold.Reason}");
        }

        if (!before.Phase.IsRollback() && after.Phase.IsRollback())
        {
            tally.Count("rollbacks begun");
        }

        if (after.Phase.IsFinished() && !before.Phase.IsFinished())
        {
            tally.Count($"runs ended: {after.Phase}");
        }
    }

    private void Turn(Fault fault)
    {
        var dial = fault switch
        {
            Fault.InternalFailure => scene.Faults.InternalFailure,
            Fault.ServiceUnavailable => scene.Faults.ServiceUnavailable,
            Fault.Throttling => scene.Faults.Throttle,
            Fault.PriorRequestNotComplete => scene.Faults.PriorRequestNotComplete,
            _ => null,
        };
        dial?.Next(1);
    }
}

using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>What can happen while everybody is at work and the network is bad.</summary>
internal sealed class Troubles(Scene scene, Turns turns, Random random)
{
    private static readonly (int Source, int Target)[] Overwrites = [(100, 0), (77, 23), (0, 100), (60, 40), (50, 50)];

    private int foreign;

    public IEnumerable<Move> Moves() =>
    [
        .. scene.Cutovers.Where(cutover => cutover.State is null).Select(cutover => turns.Start(cutover, 0.7)),
        .. scene.Cutovers.Where(cutover => cutover.HasMail).Select(cutover => turns.Deliver(cutover, 5)),
        .. scene.Wire.Held.Select(request => turns.Release(request, DrawFault(request), request.IsAbandoned ? 0.7 : 5)),
        .. turns.PassTime(scene.Wire.Held.Count == 0 ? 4 : 0.5),
        .. scene.Cutovers.Where(cutover => cutover.IsOpen).SelectMany(Watched),
        .. foreign < 3 ? Foreign() : [],
    ];

    private IEnumerable<Move> Watched(CutoverActor cutover) =>
    [
        turns.Judge(cutover, Verdict.Passed, 1),
        turns.Judge(cutover, Verdict.Failed, 0.03),
        turns.Ask(cutover, OperatorAct.RollBack, IsWriting(cutover) ? 0.3 : 0.06),
        .. cutover.State!.Hold is null ? (Move[])[turns.Ask(cutover, OperatorAct.Pause, 0.02)] : Held(cutover),
    ];

    // A roll back in the middle of a write is what late writes come from.
    private bool IsWriting(CutoverActor cutover) =>
        scene.Wire.Held.Any(request => request.Actor == cutover.Name && request is { IsWrite: true, IsAbandoned: false });

    private Move[] Held(CutoverActor cutover) =>
    [
        turns.Ask(cutover, OperatorAct.Resume, 0.3),
        turns.Ask(cutover, OperatorAct.Restore, 0.3),
        turns.Ask(cutover, OperatorAct.Adopt, 0.15),
        turns.Ask(cutover, OperatorAct.StepBack, 0.05),
        turns.Ask(cutover, OperatorAct.Approve, 0.1),
        turns.Ask(cutover, OperatorAct.Abandon, 0.01),
    ];

    private IEnumerable<Move> Foreign()
    {
        var overwrite = Overwrites[random.Next(Overwrites.Length)];
        var sibling = InterleavedPlan.Before[random.Next(2)].SetIdentifier!;
        int? weight = random.Next(2) == 0 ? null : 33;
        return scene.Foreigners.Where(foreigner => !foreigner.IsAtWork).Select(foreigner => foreigner.Name switch
        {
            "terraform" => Begin(
                $"terraform overwrites with {overwrite}", () => foreigner.OverwriteAsync(overwrite.Source, overwrite.Target)),
            "script" => Begin($"a script deletes {sibling}", () => foreigner.DeleteAndMakeAgainAsync(sibling, weight)),
            _ => Begin("a third sibling is added", () => foreigner.AddThirdAsync(5)),
        });
    }

    private Move Begin(string words, Func<Task> begin) => new(0.08, words, async () =>
    {
        foreign++;
        await begin();
        return string.Empty;
    });

    private Fault DrawFault(HeldRequest request)
    {
        var fault = random.Next(4) > 0 ? Fault.None : (Fault)random.Next(1, Enum.GetValues<Fault>().Length);
        return fault == Fault.PriorRequestNotComplete && !request.IsWrite ? Fault.Throttling : fault;
    }
}

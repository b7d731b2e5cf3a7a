using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>Generators of what a world may do.</summary>
internal static class RandomMoves
{
    private static readonly Gen<Luck> AnyLuck = Gen.Frequency((12, Luck.Good), (2, Luck.Slow), (2, Luck.Passing), (1, Luck.Lasting), (1, Luck.Forgotten));

    private static readonly Gen<Verdict> AnyVerdict = Gen.Frequency(
        (60, Verdict.Passed), (4, Verdict.Inconclusive), (2, Verdict.Failed), (2, Verdict.Errored));

    private static readonly Gen<OperatorAct> AnyAct = Gen.Frequency(
        (24, OperatorAct.Approve),
        (12, OperatorAct.Resume),
        (4, OperatorAct.Pause),
        (4, OperatorAct.Skip),
        (4, OperatorAct.StepBack),
        (2, OperatorAct.RollBack),
        (6, OperatorAct.Adopt),
        (6, OperatorAct.Restore),
        (1, OperatorAct.Abandon));

    private static readonly Gen<Move> Time = Gen.Frequency<Move>(
        (6, Gen.Int[0, 6].Select(seconds => (Move)new PassTime(seconds))),
        (1, Gen.Int[7, 240].Select(seconds => (Move)new PassTime(seconds))));

    private static readonly Gen<Move> Wake = Gen.Int[0, 4].Select(late => (Move)new WakeUpCall(late));

    private static readonly Gen<Move> Performed = Gen.Select(Gen.Int[0, 9], AnyLuck, (which, luck) => (Move)new Perform(which, luck));

    private static readonly Gen<Move> Delivered = Gen.Int[0, 9].Select(which => (Move)new Deliver(which));

    private static readonly Gen<Move> Judged = Gen.Select(
        Gen.Int[0, 3], AnyVerdict, AnyVerdict, Gen.Int[0, 5], Gen.Frequency((8, 0), (1, 10), (1, 40)),
        (gate, target, source, hasSource, old) => (Move)new Judge(gate, target, hasSource == 0 ? null : source, old));

    private static readonly Gen<Move> Compared = Gen.Frequency((5, true), (1, false)).Select(alike => (Move)new Compare(alike));

    private static readonly Gen<Move> Counted = Gen.Select(
        Gen.Frequency<int?>((1, null), (1, 7), (4, 9), (1, 44), (4, 46), (6, 95)),
        Gen.Frequency((8, 0), (1, 2), (1, 60)),
        Gen.Frequency((8, 0), (1, 60), (1, 89), (1, 90), (1, 400)),
        (percent, outOfSight, old) => (Move)new Count(percent, outOfSight, old));

    private static readonly Gen<Move> Asked = Gen.Select(
        AnyAct,
        Gen.Int[0, 2],
        Gen.Frequency<int?>((6, 0), (2, null), (1, 1), (1, -1)),
        Gen.Frequency<string?>((3, "grace"), (2, "ada"), (1, "ADA"), (1, null)),
        (act, reason, offset, person) => (Move)new Ask(act, reason > 0, offset, person));

    private static readonly Gen<Move> Foreign = Gen.Frequency<Move>(
        (4, Gen.Select(Gen.Int[0, 1], Gen.Int[0, 50], (zone, target) => (Move)new ForeignWrite(zone, target))),
        (1, Gen.Select(Gen.Int[0, 1], Gen.Bool, (zone, removes) => (Move)new ForeignMark(zone, removes))),
        (1, Gen.Int[1, 2].Select(zones => (Move)new BreakTheGlass(zones))),
        (4, Gen.Const((Move)new ForeignMend())));

    private static readonly Gen<Move> Lucky = Gen.Int[1, 25].Select(rounds => (Move)new Fortune(rounds));

    private static readonly Gen<Move> Nonsense = JunkEvents.Any.Select(happened => (Move)new Junk(happened));

    /// <summary>A world that makes sense, and in which anything can go wrong.</summary>
    public static Gen<ImmutableArray<Move>> Plausible { get; } = Many(Gen.Frequency(
        (3, Lucky), (10, Time), (8, Wake), (16, Performed), (14, Delivered), (20, Judged), (6, Counted), (7, Asked), (2, Compared), (1, Foreign)));

    /// <summary>A world that makes sense, and in which nobody else writes into the zone.</summary>
    public static Gen<ImmutableArray<Move>> Undisturbed { get; } = Many(Gen.Frequency(
        (3, Lucky), (10, Time), (8, Wake), (16, Performed), (14, Delivered), (20, Judged), (6, Counted), (7, Asked), (2, Compared)));

    /// <summary>A world of which the half makes no sense: events come that have no reason.</summary>
    public static Gen<ImmutableArray<Move>> Mad { get; } = Many(Gen.Frequency(
        (3, Lucky), (10, Time), (8, Wake), (16, Performed), (14, Delivered), (20, Judged), (6, Counted), (7, Asked), (2, Compared),
        (1, Foreign), (10, Nonsense)));

    private static Gen<ImmutableArray<Move>> Many(Gen<Move> one) => one.Array[5, 120].Select(moves => moves.ToImmutableArray());
}

using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Plans;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>Plays random runs and holds a rule against each. CUTOVER_LONG=1 plays a hundred times as many.</summary>
internal static class RandomRuns
{
    private static readonly int Scale = Environment.GetEnvironmentVariable("CUTOVER_LONG") == "1" ? 100 : 1;

    private static readonly Gen<Plan> AnyPlan = Gen.Frequency(
        (6, SamplePlans.Simple),
        (4, SamplePlans.TwoPairs),
        (4, SamplePlans.FourEyes),
        (1, SamplePlans.Unguarded),
        (5, SamplePlans.Following),
        (3, SamplePlans.OnlyFollowing),
        (6, ZonePlans.TwoZones),
        (4, ZonePlans.Waves),
        (1, ZonePlans.Bare));

    /// <summary>Holds a rule against worlds that make sense and worlds that do not.</summary>
    public static void Obey(Action<Plan, IReadOnlyList<Turn>> rule)
    {
        Play(RandomMoves.Plausible, world => rule(world.Run.Plan, world.Run.Turns), 250);
        Play(RandomMoves.Mad, world => rule(world.Run.Plan, world.Run.Turns), 100);
    }

    /// <summary>Plays worlds in which nobody else writes into the zone.</summary>
    public static void Undisturbed(Action<RandomWorld> check) => Play(RandomMoves.Undisturbed, check, 250);

    /// <summary>Plays plausible worlds and then goes on with each.</summary>
    public static void GoOn(Action<RandomWorld> goOn, int runs = 120) => Play(RandomMoves.Plausible, goOn, runs);

    private static void Play(Gen<ImmutableArray<Move>> moves, Action<RandomWorld> check, int runs) => Gen.Select(AnyPlan, moves).Sample(
        (plan, played) => check(World(plan, played)), iter: runs * Scale, threads: 1, print: input => Print(input.Item1, input.Item2));

    private static RandomWorld World(Plan plan, ImmutableArray<Move> moves)
    {
        var world = new RandomWorld(plan);
        foreach (var move in moves)
        {
            world.Play(move);
        }

        return world;
    }

    private static string Print(Plan plan, ImmutableArray<Move> moves) =>
        $"{plan.Steps.Length} steps, {plan.Records.Length} pairs, {plan.Zones.Length} zones\n"
        + $"{string.Join('\n', World(plan, moves).Run.Turns)}\n{string.Join('\n', moves)}\n";
}

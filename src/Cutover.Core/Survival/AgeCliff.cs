using System.Collections.Immutable;

namespace Cutover.Core.Survival;

/// <summary>An age that connections seldom survive.</summary>
/// <param name="Age">Where it lies.</param>
/// <param name="Died">How many were dropped at that age, give or take its fiftieth part and at least a second.</param>
/// <param name="Reached">How many came that far.</param>
public sealed record AgeCliff(TimeSpan Age, int Died, int Reached)
{
    private const int LeastDeaths = 5;
    private const double LeastShare = 0.5;
    private const double LeastContrast = 10;

    // What people and products set: round numbers, and the idle timeout of a Network Load Balancer.
    private static readonly ImmutableArray<int> UsualTimeouts =
        [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 350, 600, 900, 1200, 1800, 3600, 7200, 14400, 86400];

    /// <summary>
    /// The steepest cliff, or null. A cliff needs at least 5 drops at one age, half of those that came that far, a rate of dying there ten
    /// times as high as over all other ages, and a quarter of that age between the first and the last of these drops: what strikes everyone
    /// at one moment, as a restart or a stall does, hits all ages, and one age where all were opened together.
    /// </summary>
    public static AgeCliff? Find(IReadOnlyCollection<HeldLife> lives)
    {
        var deaths = lives.Where(life => life.DroppedAt is not null).Select(life => (life.Age, At: life.DroppedAt!.Value)).Order().ToImmutableArray();
        var ages = lives.Select(life => life.Age).Order().ToImmutableArray();
        var seconds = ages.Sum(age => age.TotalSeconds);
        return Candidates(deaths, ages)
            .Where(cliff => cliff.Died >= LeastDeaths && cliff.Died >= LeastShare * cliff.Reached && IsSteep(cliff, deaths.Length, seconds))
            .MaxBy(cliff => cliff.Died);
    }

    /// <summary>For example "18 of 20 connections that reached 5 min were dropped there: that is an idle timeout of 300 s".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Died} of {Reached} connections that reached the age of {Age.TotalSeconds:0.#} s were dropped there: {Explanation}");

    private string Explanation =>
        UsualTimeouts.FirstOrDefault(usual => Math.Abs(Age.TotalSeconds - usual) <= Width(Age).TotalSeconds) is var usual and > 0
        ? FormattableString.Invariant($"this looks like an idle timeout of {usual} s")
        : "this looks like a timeout";

    private static TimeSpan Width(TimeSpan age) => TimeSpan.FromSeconds(Math.Max(1, age.TotalSeconds / 50));

    // Both lists ascend, so that one walk over each finds all windows: there are tens of thousands of lives.
    private static IEnumerable<AgeCliff> Candidates(ImmutableArray<(TimeSpan Age, DateTimeOffset At)> deaths, ImmutableArray<TimeSpan> ages)
    {
        var (end, younger, times) = (0, 0, new SortedSet<(DateTimeOffset At, int Death)>());
        for (var first = 0; first < deaths.Length; first++)
        {
            var youngest = deaths[first].Age;
            for (; end < deaths.Length && deaths[end].Age <= youngest + Width(youngest); end++)
            {
                times.Add((deaths[end].At, end));
            }

            while (ages[younger] < youngest)
            {
                younger++;
            }

            if (times.Max.At - times.Min.At >= youngest / 4)
            {
                yield return new AgeCliff(deaths[first + ((end - first) / 2)].Age, end - first, ages.Length - younger);
            }

            times.Remove((deaths[first].At, first));
        }
    }

    private static bool IsSteep(AgeCliff cliff, int deaths, double seconds)
    {
        var width = Width(cliff.Age).TotalSeconds;
        var elsewhere = seconds - (cliff.Reached * width);
        var rateThere = cliff.Died / (cliff.Reached * width);
        return elsewhere <= 0 || rateThere >= LeastContrast * (deaths - cliff.Died) / elsewhere;
    }
}

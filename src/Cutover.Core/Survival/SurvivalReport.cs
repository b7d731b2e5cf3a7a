using Cutover.Core.Statistics;

namespace Cutover.Core.Survival;

/// <summary>How long the connections held to one stack lived: it shows a hot restart, a reload, or an idle timeout.</summary>
/// <param name="PerThousandMinutes">Drops per 1,000 connection-minutes, with a 95 % interval; null when nothing was held.</param>
/// <param name="Cliff">The age that few survive, or null.</param>
public sealed record SurvivalReport(PoissonRate? PerThousandMinutes, AgeCliff? Cliff)
{
    private const double Thousand = 1000;

    public static SurvivalReport Of(IReadOnlyCollection<HeldLife> lives)
    {
        var minutes = lives.Sum(life => life.Age.TotalMinutes);
        return new SurvivalReport(
            minutes > 0 ? PoissonRate.Of(lives.Count(life => life.IsDropped), minutes / Thousand) : null, AgeCliff.Find(lives));
    }

    /// <summary>In a sentence, for people.</summary>
    /// <param name="stack">What people call the stack.</param>
    public string Describe(string stack) => PerThousandMinutes is not { } rate
        ? $"{stack}: no connection was held"
        : FormattableString.Invariant(
            $"{stack}: {rate.Value:0.##} drops per 1,000 connection-minutes (95 % CI {rate.Low:0.##}-{rate.High:0.##}, ")
            + FormattableString.Invariant($"{rate.Events} in {rate.Exposure * Thousand:0.#} minutes)")
            + (Cliff is null ? "" : $"; {Cliff}");
}

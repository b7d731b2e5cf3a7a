using System.Globalization;
using Cutover.Core.Statistics;

namespace Cutover.Core.Survival;

/// <summary>How long the connections held to one stack lived: it shows a hot restart, a reload, or an idle timeout.</summary>
/// <param name="PerThousandMinutes">Drops per 1,000 connection-minutes, with a 95 % interval; null when nothing was held.</param>
/// <param name="Cliff">The age that few survive, or null.</param>
/// <param name="Oldest">How long the one lived that lived longest so far.</param>
public sealed record SurvivalReport(PoissonRate? PerThousandMinutes, AgeCliff? Cliff, TimeSpan Oldest)
{
    private const double Thousand = 1000;

    public static SurvivalReport Of(IReadOnlyCollection<HeldLife> lives)
    {
        var minutes = lives.Sum(life => life.Age.TotalMinutes);
        return new SurvivalReport(
            minutes > 0 ? PoissonRate.Of(lives.Count(life => life.DroppedAt is not null), minutes / Thousand) : null,
            AgeCliff.Find(lives),
            lives.Select(life => life.Age).DefaultIfEmpty().Max());
    }

    /// <summary>In a sentence, for people.</summary>
    /// <param name="stack">What people call the stack.</param>
    public string Describe(string stack) => PerThousandMinutes is not { } rate
        ? $"{stack}: no connection was held"
        : FormattableString.Invariant(
            $"{stack}: {rate.Value:0.##} drops per 1,000 connection-minutes (95 % CI {Bound(rate.Low)}-{Bound(rate.High)}, ")
            + FormattableString.Invariant($"{rate.Events} in {rate.Exposure * Thousand:0.#} connection-minutes)")
            + (Cliff is null ? "" : $"; {Cliff}");

    /// <summary>
    /// Whether the other stack has the same cliff: a timeout that only one of the two has is a difference that its clients will feel. Null
    /// where this one has none.
    /// </summary>
    /// <param name="stack">What people call this stack.</param>
    /// <param name="other">The other one.</param>
    /// <param name="otherStack">What people call it.</param>
    public string? Compare(string stack, SurvivalReport other, string otherStack) => (Cliff, other.Cliff) switch
    {
        (null, _) => null,
        ({ } cliff, { } same) when same.Age - cliff.Age is var apart && apart.Duration() <= cliff.Age / 10 =>
            $"{otherStack} drops connections at about the same age as {stack}",
        ({ } cliff, _) when other.Oldest > cliff.Age * 1.1 => FormattableString.Invariant(
            $"{otherStack} drops nothing at the age of {cliff.Age.TotalSeconds:0.#} s: ")
            + $"{stack} has a timeout there that {otherStack} does not have",
        ({ } cliff, _) => FormattableString.Invariant(
            $"no connection on {otherStack} has reached the age of {cliff.Age.TotalSeconds:0.#} s yet, ")
            + "so nobody knows whether it has that timeout",
    };

    // Two decimals of a hundred would say more than is known.
    private static string Bound(double rate) =>
        rate.ToString(rate < 10 ? "0.##" : rate < 100 ? "0.#" : "#,0", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.Views;

/// <summary>Lays the connections of a run's stacks out for people.</summary>
internal static class ConnectionViews
{
    // A fleet that is out of sight would push everything else off the screen; all of them stand in the view's gaps.
    private const int MostGaps = 3;

    /// <summary>Null where the playbook does not say where both stacks tell their statistics.</summary>
    /// <param name="live">As the host that drives the run sees them now; null where the run's own latest count has to do.</param>
    public static ConnectionsView? Of(Plan plan, RunState state, TrafficShares? live, DateTimeOffset now)
    {
        var stacks = plan.Playbook.Stacks;
        if (stacks.Source.Statistics.IsDefaultOrEmpty || stacks.Target.Statistics.IsDefaultOrEmpty)
        {
            return null;
        }

        return (live ?? state.Connections?.Shares) is { } shares
            ? Counted(plan, state, shares, now)
            : new ConnectionsView(
                null, false, null, null, null, null, 0, null, null, [], [], ["The connections of the stacks are not counted yet."]);
    }

    private static ConnectionsView Counted(Plan plan, RunState state, TrafficShares shares, DateTimeOffset now)
    {
        var isOld = !state.Phase.IsFinished() && now - shares.At >= ConnectionShareCondition.Freshness;
        var isInSight = shares.Resident is not null;
        var forecasts = isOld || !isInSight ? [] : ShareForecasts.Of(plan, state, shares, now);
        return new ConnectionsView(
            shares.At,
            isOld,
            shares.New?.Fraction,
            shares.Resident?.Fraction,
            isInSight ? shares.Low.Fraction : null,
            isInSight ? shares.High.Fraction : null,
            shares.Residents,
            shares.Churn.PerMinute is > 0 and var churn ? churn * shares.Residents : null,
            shares.Churn.PerMinute is > 0 and var each ? 60 / each : null,
            forecasts,
            shares.Gaps,
            [.. Words(plan.Playbook.Stacks.Target.Name, state.Phase, shares, forecasts, isOld)]);
    }

    private static IEnumerable<string> Words(
        string target, RunPhase phase, TrafficShares shares, ImmutableArray<ShareForecastView> forecasts, bool isOld)
    {
        if (isOld || phase.IsFinished())
        {
            var at = shares.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            yield return isOld ? $"Last counted at {at} UTC: nobody knows how it is now." : $"As last counted, at {at} UTC:";
        }

        yield return shares.New is { } share
            ? $"New connections of the last two minutes: {ShareWords.Of(share)} on {target}."
            : "New connections of the last two minutes: none that both stacks would have counted.";
        yield return shares.Resident is null
            ? "Open connections: none in sight."
            : $"Open connections: {ShareWords.Resident(shares)} on {target}{string.Concat(forecasts.Where(Says).Select(Said))}.";
        yield return Churn(shares);
        foreach (var gap in shares.Gaps.Take(MostGaps))
        {
            yield return $"{gap.TrimEnd('.')}.";
        }

        if (shares.Gaps.Length > MostGaps)
        {
            yield return FormattableString.Invariant($"And {shares.Gaps.Length - MostGaps} more of that kind.");
        }
    }

    // That the connections are where the weights send new ones is what the figures say already.
    private static bool Says(ShareForecastView forecast) => !forecast.IsReached || forecast.Goal != ForecastGoal.Weight;

    private static string Said(ShareForecastView forecast) =>
        (forecast.IsReached || forecast.Likely is not null ? ", " : "; ") + forecast.Words;

    private static string Churn(TrafficShares shares) => string.Create(CultureInfo.InvariantCulture, $"{shares.Residents:#,0} are open") + (
        shares.Churn.PerMinute is > 0 and var churn
            ? string.Create(CultureInfo.InvariantCulture, $", {churn * shares.Residents:#,0.#} of them end in a minute")
                + $": they last {Span(TimeSpan.FromMinutes(1 / churn))} on average."
            : "; not one has ended yet, so nobody knows how long they last.");

    // Three figures of a mean are more than is known.
    private static string Span(TimeSpan mean)
    {
        var unit = mean >= TimeSpan.FromHours(10) ? TimeSpan.FromHours(1)
            : mean >= TimeSpan.FromMinutes(10) ? TimeSpan.FromMinutes(1)
            : mean >= TimeSpan.FromSeconds(10) ? TimeSpan.FromSeconds(1)
            : TimeSpan.FromSeconds(0.1);
        return DurationNotation.Write(Math.Round(mean / unit) * unit);
    }
}

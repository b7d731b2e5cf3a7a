using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.Views;

/// <summary>When the open connections of a run get where its weights send them.</summary>
internal static class ShareForecasts
{
    // Beside the weight itself, which is only tended to.
    private const decimal NearWeight = 0.95m;

    private static readonly Share Gone = new(1);

    public static ImmutableArray<ShareForecastView> Of(Plan plan, RunState state, TrafficShares shares, DateTimeOffset now)
    {
        var isBack = state.Phase.IsRollback() || state.Phase == RunPhase.RolledBack;
        // Where waves have other weights, what new connections do is what they add up to.
        if (((isBack ? plan.Initial : state.Applied).CommonShare() ?? shares.New) is not { } weight)
        {
            return [];
        }

        var until = state.Step >= 0 && !isBack && !state.Phase.IsFinished() ? plan.Steps[state.Step].Step.Until : null;
        return
        [
            .. until is null ? Array.Empty<ShareForecastView>() : [Up(ForecastGoal.Until, until.AtLeast, shares, weight, now)],
            isBack && weight < Gone ? Down(ForecastGoal.Gone, Gone, shares, weight, now) : Near(shares, weight, now),
        ];
    }

    private static ShareForecastView Near(TrafficShares shares, Share weight, DateTimeOffset now) => shares.Resident > weight
        ? Down(ForecastGoal.Weight, Rest(new Share(Rest(weight).Percent * NearWeight)), shares, weight, now)
        : Up(ForecastGoal.Weight, new Share(weight.Percent * NearWeight), shares, weight, now);

    private static ShareForecastView Up(ForecastGoal goal, Share reach, TrafficShares shares, Share weight, DateTimeOffset now) =>
        View(goal, reach, ResidentForecast.When(shares, reach, weight), now, ShareWords.Of(reach));

    private static ShareForecastView Down(ForecastGoal goal, Share reach, TrafficShares shares, Share weight, DateTimeOffset now) =>
        View(goal, reach, ResidentForecast.When(shares.OfSource(), Rest(reach), Rest(weight)), now, $"below {ShareWords.Of(reach)}");

    private static Share Rest(Share share) => new(100 - share.Percent);

    private static ShareForecastView View(ForecastGoal goal, Share reach, ShareForecast forecast, DateTimeOffset now, string what)
    {
        var expected = forecast as ShareExpected;
        return new ShareForecastView(
            goal,
            reach.Fraction,
            forecast is ShareReached,
            expected?.Likely,
            expected?.Earliest,
            expected?.Latest,
            $"{what}{(goal == ForecastGoal.Weight ? " (near the weight)" : string.Empty)} {ShareWords.When(forecast, now)}");
    }
}

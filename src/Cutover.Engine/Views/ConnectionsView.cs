using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>The two clocks of a move, from the stacks' own statistics: where new connections go, and where the open ones are.</summary>
/// <param name="At">When they were counted; null before they were.</param>
/// <param name="IsOld">It is too long ago to say how it is now; never true of a run that is over.</param>
/// <param name="NewShare">The target's share of the connections opened in the last two minutes, 0 to 1; null where there were none.</param>
/// <param name="OpenShare">The target's share of the open connections, 0 to 1; null where none is in sight.</param>
/// <param name="OpenLow">What that is at least, if everything out of sight is on the source.</param>
/// <param name="OpenHigh">What it is at most, if everything out of sight is on the target.</param>
/// <param name="Open">Open connections of both stacks, those out of sight included.</param>
/// <param name="EndedPerMinute">How many of them end in a minute; null before one has ended.</param>
/// <param name="MeanLifetimeSeconds">How long they last on average; null before one has ended.</param>
/// <param name="Forecasts">When the open connections get where they go.</param>
/// <param name="Gaps">What is missing or doubtful, in sentences.</param>
/// <param name="Words">All of it in sentences, the first two the clocks.</param>
public sealed record ConnectionsView(
    DateTimeOffset? At,
    bool IsOld,
    double? NewShare,
    double? OpenShare,
    double? OpenLow,
    double? OpenHigh,
    double Open,
    double? EndedPerMinute,
    double? MeanLifetimeSeconds,
    ImmutableArray<ShareForecastView> Forecasts,
    ImmutableArray<string> Gaps,
    ImmutableArray<string> Words)
{
    /// <summary>What is said of a run without this view.</summary>
    public const string NotNamed = "No statistics named for the stacks: Cutover sees weights and answers, not connections.";
}

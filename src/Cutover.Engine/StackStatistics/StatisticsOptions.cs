namespace Cutover.Engine.StackStatistics;

/// <summary>How the statistics of stacks are read.</summary>
public sealed record StatisticsOptions
{
    /// <summary>Time between two looks at an instance. 1 s to 30 s: an instance not seen for half a minute is out of sight.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one look may take, all its requests together; shorter than <see cref="Interval"/>.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Looks under way at once, over all stacks of all runs; at least 1.</summary>
    public int MostAtOnce { get; init; } = 32;
}

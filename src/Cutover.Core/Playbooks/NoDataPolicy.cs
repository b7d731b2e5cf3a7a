namespace Cutover.Core.Playbooks;

/// <summary>
/// How long a gate may go without a pass because it has no data, too few samples or an error. It never counts as a pass.
/// </summary>
/// <param name="HoldAfter">Time since the last pass after which the run holds for a person.</param>
/// <param name="RollBackAfter">Time since the last pass after which the run rolls back; longer than <paramref name="HoldAfter"/>.</param>
public sealed record NoDataPolicy(TimeSpan HoldAfter, TimeSpan RollBackAfter)
{
    public static NoDataPolicy Default { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15));
}

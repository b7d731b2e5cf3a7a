namespace Cutover.Core.Plans;

/// <summary>
/// How often a run looks, and how long it waits before it calls something late. Part of the plan, so that a replay decides the
/// same.
/// </summary>
/// <param name="AssumedSync">
/// How long a change is taken to need until INSYNC in forecasts: Route 53 says "usually within 60 seconds". Assumed, not measured.
/// </param>
/// <param name="SyncCheck">Time between two GetChange calls while a change is PENDING.</param>
/// <param name="SyncLimit">A change PENDING for longer than this holds the run.</param>
/// <param name="ZoneRead">Time between two readings of the zone, which find foreign changes.</param>
/// <param name="RetryFirst">Wait before the first repetition of a failed call; doubled each time.</param>
/// <param name="RetryLongest">Longest wait between repetitions.</param>
/// <param name="StepAttempts">A step whose weights could not be applied this often holds the run; a rollback never gives up.</param>
public sealed record Pace(
    TimeSpan AssumedSync,
    TimeSpan SyncCheck,
    TimeSpan SyncLimit,
    TimeSpan ZoneRead,
    TimeSpan RetryFirst,
    TimeSpan RetryLongest,
    int StepAttempts)
{
    public static Pace Default { get; } = new(
        AssumedSync: TimeSpan.FromSeconds(60),
        SyncCheck: TimeSpan.FromSeconds(3),
        SyncLimit: TimeSpan.FromMinutes(10),
        ZoneRead: TimeSpan.FromSeconds(30),
        RetryFirst: TimeSpan.FromSeconds(1),
        RetryLongest: TimeSpan.FromSeconds(20),
        StepAttempts: 5);

    /// <summary>How long from what makes the machine act until its command is on the wire. Assumed, not measured.</summary>
    public TimeSpan AssumedDecide { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long Route 53 is taken to need until it has accepted a batch. Assumed, not measured.</summary>
    public TimeSpan AssumedWrite { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait after the given number of failed attempts, 1 and up.</summary>
    public TimeSpan RetryAfter(int attempts)
    {
        var doubled = RetryFirst * Math.Pow(2, Math.Min(attempts, 16) - 1);
        return doubled < RetryLongest ? doubled : RetryLongest;
    }
}

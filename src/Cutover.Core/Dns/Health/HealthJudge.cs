using System.Collections.Immutable;

namespace Cutover.Core.Dns.Health;

/// <summary>Judges a health check by what its checkers report, as Route 53 does.</summary>
public static class HealthJudge
{
    /// <summary>
    /// "If more than 18% of health checkers report that an endpoint is healthy, Route 53 considers it healthy. If 18% of health checkers
    /// or fewer report that an endpoint is healthy, Route 53 considers it unhealthy" (Route 53 Developer Guide, "How Amazon Route 53
    /// determines whether a health check is healthy").
    /// </summary>
    private const int PercentNotEnough = 18;

    public static HealthVerdict Judge(ImmutableArray<HealthObservation> observations)
    {
        if (observations.IsEmpty)
        {
            return new HealthUnknown("no health checker reports a status");
        }

        var successes = observations.Count(one => one.IsSuccess);
        return successes * 100 > observations.Length * PercentNotEnough
            ? new Healthy()
            : new Unhealthy($"{successes} of {observations.Length} health checkers report success, and Route 53 wants more than "
                + $"{PercentNotEnough} %; one in {Other(observations).Region} says \"{Other(observations).Status}\"");
    }

    private static HealthObservation Other(ImmutableArray<HealthObservation> observations) => observations.First(one => !one.IsSuccess);
}

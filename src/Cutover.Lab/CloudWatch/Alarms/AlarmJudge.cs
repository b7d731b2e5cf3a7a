using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>
/// Decides the state of an alarm from the periods of its evaluation range, as the CloudWatch User Guide describes it under
/// "how alarm state is evaluated when data is missing" and "avoiding premature transitions".
/// </summary>
internal static class AlarmJudge
{
    /// <summary>
    /// More than N periods are looked at, so that a late datum does not count as missing. The guide's example takes five for N = 3.
    /// </summary>
    internal static int EvaluationRange(int evaluationPeriods) => evaluationPeriods + 2;

    /// <param name="range">Oldest first: breaching, not breaching, or null where there is no data.</param>
    /// <param name="datapointsToAlarm">M, 1 to N.</param>
    /// <param name="evaluationPeriods">N.</param>
    /// <param name="treatment">What missing periods are taken for; asked only when fewer than N periods have data.</param>
    /// <returns>The state, or null when the alarm keeps the one it has.</returns>
    internal static string? Judge(ImmutableArray<bool?> range, int datapointsToAlarm, int evaluationPeriods, MissingData treatment)
    {
        var latest = range.OfType<bool>().TakeLast(evaluationPeriods).ToList();
        var breaches = latest.Count(breaching => breaching);
        var missing = evaluationPeriods - latest.Count;
        if (missing > 0 && treatment == MissingData.Breaching)
        {
            breaches += missing;
        }

        if (breaches >= datapointsToAlarm)
        {
            return AlarmState.Alarm;
        }

        var enough = missing == 0 || treatment is MissingData.Breaching or MissingData.NotBreaching;
        return enough || latest.Contains(false) ? AlarmState.Ok : Undecided(range, datapointsToAlarm, treatment);
    }

    /// <summary>
    /// All there is breaches, but it is less than M. Once the oldest breach is M periods old, waiting longer would hide an alarm;
    /// a younger one may still be followed by good data.
    /// </summary>
    private static string? Undecided(ImmutableArray<bool?> range, int datapointsToAlarm, MissingData treatment)
    {
        if (treatment == MissingData.Ignore)
        {
            return null;
        }

        var oldest = range.IndexOf(true);
        return oldest >= 0 && range.Length - oldest >= datapointsToAlarm ? AlarmState.Alarm : AlarmState.InsufficientData;
    }
}

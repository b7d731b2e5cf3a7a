using System.Globalization;

namespace Cutover.Core.StackStatistics;

/// <summary>Names what is missing or doubtful in the statistics of an instance.</summary>
internal static class StackGaps
{
    // Below this many, upgrades in flight are nothing to speak of.
    private const double FewestUnanswered = 5;

    public static IEnumerable<string> Of(InstanceHistory history, DateTimeOffset now, TimeSpan window)
    {
        var last = history.Last;
        if (history.Unseen is { } unseen)
        {
            yield return last is null
                ? $"{history.Instance} was never seen: {unseen.Why}"
                : $"{history.Instance} is out of sight since {Time(last.At)}, {Count(last.Open)} open connections then: {unseen.Why}";
        }
        else if (last is null || now - last.At > StackReading.Stale)
        {
            yield return last is null
                ? $"{history.Instance} has not been asked yet"
                : $"{history.Instance} was last asked at {Time(last.At)}";
        }

        if (last?.OutOfService is { } state)
        {
            yield return $"{history.Instance} says that it is {state}";
        }

        foreach (var words in Recent(history, now, window))
        {
            yield return words;
        }
    }

    private static IEnumerable<string> Recent(InstanceHistory history, DateTimeOffset now, TimeSpan window)
    {
        foreach (var at in history.Restarts.Where(at => at > now - window))
        {
            yield return history.Last is { PredecessorLivesOn: true }
                ? $"{history.Instance} has another process since {Time(at)}; what the former one holds open is not reported any more"
                : $"{history.Instance} has another process since {Time(at)}";
        }

        foreach (var loss in history.Losses.Where(loss => loss.At > now - window))
        {
            yield return $"{history.Instance} lost {Count(loss.Lost)} of {Count(loss.Of)} open connections to {loss.Backend} at once, "
                + $"at {Time(loss.At)}";
        }

        if (WindowCount.Of(history, now - window, now) is { } counted
            && counted.UpgradesBegun - counted.Upgrades - counted.Responses5xx is >= FewestUnanswered and var unanswered
            && unanswered > counted.UpgradesBegun / 2)
        {
            yield return $"{history.Instance} began {Count(counted.UpgradesBegun)} upgrades and {Count(counted.Upgrades)} were answered "
                + "with 101: its open connections include handshakes without an answer";
        }
    }

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Count(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}

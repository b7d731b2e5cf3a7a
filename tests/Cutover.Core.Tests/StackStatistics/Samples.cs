using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.StackStatistics;

/// <summary>Looks at one instance, counted from a fixed moment.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Begin = new(2026, 5, 4, 3, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double seconds) => Begin.AddSeconds(seconds);

    public static InstanceSample Seen(
        double second, long upgrades, long open = 0, string? process = "pid 1", double? uptime = null, long errors = 0, long answers5xx = 0) =>
        new(
            At(second),
            process,
            uptime is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            open,
            new StackCounters(upgrades, upgrades, upgrades, errors, answers5xx),
            []);

    public static InstanceHistory History(params InstanceSample[] samples) =>
        samples.Aggregate(new InstanceHistory("http://10.0.0.5:9901/"), (history, sample) => history.Take(new InstanceSeen(sample)));

    public static InstanceHistory Unseen(this InstanceHistory history, double second, string why = "connection refused") =>
        history.Take(new InstanceUnseen(At(second), why));

    public static InstanceHistory Then(this InstanceHistory history, InstanceSample sample) => history.Take(new InstanceSeen(sample));

    public static StackReading Reading(double second, double window, params InstanceHistory[] histories) =>
        StackReading.Of([.. histories], At(second), TimeSpan.FromSeconds(window));
}

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What holds where a playbook says nothing. Every default and the sentence that documents it stand here.</summary>
internal static class PlaybookDefaults
{
    public const string Period = "1m";
    public const string RecordTypesRule = "[A]";
    public const string WindowRule = "1m, or one period of the metric when that is longer";
    public const string MinSamplesRule = "20 for a probe of handshakes or round trips, 1 for anything else";
    public const string BreachRule = "2 of 3 for a probe or a stack, 1 of 1 for CloudWatch";
    public const string FreshnessRule =
        "15s for a probe, 30s for a stack; for a metric 3 periods but at least 5m, or for periods below 1m 6 periods "
        + "but at least 30s; 1m for an alarm";
    public const string HoldAfterRule = "2m, or the longest window + freshness of the gates when that is longer, "
        + "or the time + freshness in which the probes of a burn see enough";
    public const string RollBackAfterRule = "15m, or 3 times holdAfter when that is longer";

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    public static TimeSpan ProbeFreshness { get; } = TimeSpan.FromSeconds(15);

    public static TimeSpan StatisticsFreshness { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The state of an alarm is asked for, not published: an old answer means that nobody could ask.</summary>
    public static TimeSpan AlarmFreshness { get; } = TimeSpan.FromMinutes(1);

    public static Playbooks.BreachRule ProbeBreach { get; } = new(2, 3);

    /// <summary>
    /// Samples of the held-connection measures are connections, of which a probe holds only a few; one look tells when a certificate ends.
    /// </summary>
    public static int MinSamples(ProbeMeasure measure) =>
        measure is ProbeMeasure.HeldDropRate or ProbeMeasure.AbnormalCloses or ProbeMeasure.CertificateDays ? 1 : 20;

    public static TimeSpan MetricWindow(TimeSpan period) => Longer(Window, period);

    /// <summary>One-minute data is usually two minutes late; metrics of shorter periods are published at once.</summary>
    public static TimeSpan MetricFreshness(TimeSpan period) => period < TimeSpan.FromMinutes(1)
        ? Longer(TimeSpan.FromSeconds(30), 6 * period)
        : Longer(TimeSpan.FromMinutes(5), 3 * period);

    public static TimeSpan HoldAfter(TimeSpan firstPass) => Longer(NoDataPolicy.Default.HoldAfter, firstPass);

    public static TimeSpan RollBackAfter(TimeSpan holdAfter) => Longer(NoDataPolicy.Default.RollBackAfter, 3 * holdAfter);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

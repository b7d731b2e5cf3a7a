using System.ComponentModel.DataAnnotations;
using Cutover.Core.Dns.Answers;

namespace Cutover.Engine.Dns.Observation;

/// <summary>How DNS answers are sampled. Ranges are enforced when a sampler or a panel is built.</summary>
public sealed class ObservationOptions
{
    /// <summary>
    /// Asked instead of the zone's own name servers: host names or addresses, each with a port or without (then 53). Empty, the default,
    /// means the zone's own.
    /// </summary>
    public IList<string> NameServers { get; init; } = [];

    /// <summary>
    /// Asked for the addresses of load balancers that record sets are aliases for; written like <see cref="NameServers"/>. Empty, the
    /// default, means the machine's resolvers. Resolvers near to where the name servers are asked from see the same addresses.
    /// </summary>
    public IList<string> AliasResolvers { get; init; } = [];

    /// <summary>Queries a second over all name servers, 0.1 to 10,000. Default 50.</summary>
    [Range(0.1, 10_000)]
    public double QueriesPerSecond { get; init; } = 50;

    /// <summary>How far a query may slip behind its place in the rhythm: a share, 0 to 1, of the time between two. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Jitter { get; init; } = 0.5;

    /// <summary>How long one query may take, over UDP and then TCP where the answer does not fit, 10 ms to 1 min. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Most queries under way at once, 1 to 4096. Default 128: enough for 50 a second that all run into the timeout.</summary>
    [Range(1, 4096)]
    public int MaxConcurrentQueries { get; init; } = 128;

    /// <summary>
    /// Failed queries are made up for by others, up to this share of the number wanted, 0 to 10. Default 0.5. Each counts as failed.
    /// </summary>
    [Range(0.0, 10.0)]
    public double ExtraQueries { get; init; } = 0.5;

    /// <summary>A name server that failed this often in a row is not asked again in this sample, 1 to 1000. Default 3.</summary>
    [Range(1, 1000)]
    public int SilentAfter { get; init; } = 3;

    /// <summary>How often the addresses of aliases are looked up during a sample, 10 ms to 1 min. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LearnEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The rate at which right answers may be called wrong, 1e-12 to 0.5. Default 0.001.</summary>
    [Range(1e-12, 0.5)]
    public double FalseAlarmRate { get; init; } = SamplingLimits.Default.FalseAlarm;

    /// <summary>The rate at which the old share may be taken for the asked one, 1e-12 to 0.5. Default 0.001.</summary>
    [Range(1e-12, 0.5)]
    public double MissRate { get; init; } = SamplingLimits.Default.Miss;

    /// <summary>Fewest answers sampled, 1 to 20,000. Default 100.</summary>
    [Range(1, 20_000)]
    public int LeastSamples { get; init; } = SamplingLimits.Default.Least;

    /// <summary>Most answers sampled, 1 to 20,000, not below <see cref="LeastSamples"/>. Default 2,000.</summary>
    [Range(1, 20_000)]
    public int MostSamples { get; init; } = SamplingLimits.Default.Most;

    /// <summary>The same as the planning of samples takes it.</summary>
    public SamplingLimits Limits => new(FalseAlarmRate, MissRate, LeastSamples, Math.Max(LeastSamples, MostSamples));
}

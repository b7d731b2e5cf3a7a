using Cutover.Core.Plans;

namespace Cutover.Engine;

/// <summary>How the engine works; set by the host.</summary>
public sealed record EngineOptions
{
    /// <summary>Where the SQLite file is.</summary>
    public string Database { get; init; } = "cutover.db";

    /// <summary>How often runs look at Route 53.</summary>
    public Pace Pace { get; init; } = Pace.Default;

    /// <summary>
    /// Time between two GetMetricData calls, which serve all runs at once. 1 s to 60 s; CloudWatch charges by metric and call.
    /// </summary>
    public TimeSpan CloudWatchPoll { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The folder whose files playbooks may name as secrets of probes; they can name no other.</summary>
    public string SecretsFolder { get; init; } = "/run/secrets";
}

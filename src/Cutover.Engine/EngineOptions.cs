using Cutover.Core.Plans;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Notifications;
using Cutover.Engine.StackStatistics;

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

    /// <summary>What CloudWatch charges, for the forecast of a plan.</summary>
    public CloudWatchPrices CloudWatchPrices { get; init; } = CloudWatchPrices.Listed;

    /// <summary>How name servers and resolvers are asked for their answers.</summary>
    public ObservationOptions Observation { get; init; } = new();

    /// <summary>Time between two rounds of the resolvers that a playbook names. 1 s and up.</summary>
    public TimeSpan PanelRound { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How the statistics of stacks are read, for all runs together.</summary>
    public StatisticsOptions Statistics { get; init; } = new();

    /// <summary>Whom the host tells of its runs.</summary>
    public NotificationOptions Notifications { get; init; } = new();

    /// <summary>Where people reach this host, for the links in messages; null for messages without links.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The folder whose files playbooks may name as secrets of probes; they can name no other.</summary>
    public string SecretsFolder { get; init; } = "/run/secrets";
}

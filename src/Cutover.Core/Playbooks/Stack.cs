using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>One of the two stacks.</summary>
/// <param name="Name">What people call it; shown on every screen.</param>
/// <param name="SetIdentifier">The set identifier of its record sets in Route 53.</param>
/// <param name="Endpoint">Where probes dial it directly (ws or wss), past DNS; null when no gate probes.</param>
/// <param name="MetricsName">What "{stack}" stands for in the dimensions of metrics; null when that is the set identifier.</param>
public sealed record Stack(string Name, string SetIdentifier, Uri? Endpoint, string? MetricsName = null)
{
    /// <summary>
    /// What its record sets must hold, addresses in their shortest form and names without the trailing dot; empty takes what is there.
    /// </summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>Where its instances tell their statistics, one entry for each; empty when the playbook does not say.</summary>
    public ImmutableArray<StatisticsEndpoint> Statistics { get; init; } = [];
}

using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>A population of clients that a gate is judged for by itself; null stands for what the playbook says for everybody.</summary>
/// <param name="Name">Unique in the playbook.</param>
/// <param name="Path">The path, and query, that probes ask for in place of the endpoint's.</param>
/// <param name="Header">Headers of the upgrade request, over those of the playbook's probes.</param>
/// <param name="Subprotocol">Offered in place of that of the playbook's probes, and then required.</param>
/// <param name="Family">The family of the addresses that probes dial.</param>
/// <param name="Region">What "{cohort}" stands for in the dimensions of a CloudWatch metric.</param>
public sealed record Cohort(
    string Name,
    string? Path,
    ImmutableSortedDictionary<string, ProbeText> Header,
    string? Subprotocol,
    IpFamily? Family,
    string? Region)
{
    /// <summary>True when a probe for this cohort differs from the playbook's own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ChangesProbes => Path is not null || !Header.IsEmpty || Subprotocol is not null || Family is not null;
}

using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Plans;

/// <summary>A zone with one thing that matters, and the playbook that meets it.</summary>
/// <param name="Name">What is the matter, as a person would say it.</param>
internal sealed record ZoneCase(string Name, Playbook Playbook, ZoneView View)
{
    /// <summary>TTL 10 s, and 5 s allowed for INSYNC.</summary>
    public static readonly Pace Pace = Pace.Default with { AssumedSync = TimeSpan.FromSeconds(5) };

    public ImmutableArray<Refusal> Refusals() => Planner.Plan(Playbook, View, Pace) is PlanRefused refused ? refused.Refusals : [];

    public Plan Plan() => Assert.IsType<Planned>(Planner.Plan(Playbook, View, Pace)).Plan;
}

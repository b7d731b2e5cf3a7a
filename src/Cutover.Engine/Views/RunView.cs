using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>A run as its page shows it.</summary>
/// <param name="Zone">Name and id of the hosted zone.</param>
/// <param name="TtlSeconds">How long resolvers may hold an answer.</param>
/// <param name="TimeToSafeSeconds">From a decision to roll back until resolvers that honour the TTL have let go; partly assumed.</param>
/// <param name="Records">Each pair with its weights: before the run, and as last accepted.</param>
/// <param name="Drift">How the zone differs from what was applied; null while it does not.</param>
/// <param name="Foreign">The same pair by pair; null while it does not, and once the run is over.</param>
/// <param name="Zones">What stands in each hosted zone, in the order in which they are written.</param>
/// <param name="Answers">What the name servers say about the weights in force; null where nobody asks.</param>
/// <param name="Resolvers">The recursive resolvers that the playbook has asked.</param>
/// <param name="Connections">Where new connections go and where the open ones are; null where the playbook names no statistics.</param>
/// <param name="RollbackReason">Why the run goes, or went, back.</param>
/// <param name="Acts">Everything that a person can ask for, and what it would do.</param>
public sealed record RunView(
    RunSummaryView Summary,
    string Zone,
    double TtlSeconds,
    double TimeToSafeSeconds,
    ImmutableArray<RecordView> Records,
    ImmutableArray<StepView> Steps,
    ImmutableArray<GateView> Gates,
    ImmutableArray<ActView> Acts,
    string? Drift,
    string? RollbackReason,
    DriftView? Foreign,
    ImmutableArray<ZoneStandingView> Zones,
    AnswerStateView? Answers,
    ImmutableArray<string> Resolvers,
    ConnectionsView? Connections)
{
    /// <summary>How long the probes' held connections live; null where no host holds any at this moment.</summary>
    public SurvivalView? Survival { get; init; }
}

using System.Collections.Immutable;

namespace Cutover.Core.Plans;

/// <summary>What planning came to: a plan, or every reason against one.</summary>
public abstract record Planning;

/// <summary>The playbook can be run.</summary>
public sealed record Planned(Plan Plan) : Planning;

/// <summary>The playbook cannot be run; all reasons at once.</summary>
public sealed record PlanRefused(ImmutableArray<Refusal> Refusals) : Planning;

using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Runs;

/// <summary>What planning a playbook's text came to.</summary>
public abstract record PlanOutcome;

/// <summary>The plan.</summary>
public sealed record PlanMade(Plan Plan) : PlanOutcome;

/// <summary>The text is not a valid playbook; every problem at once.</summary>
public sealed record PlaybookUnreadable(ImmutableArray<PlaybookProblem> Problems) : PlanOutcome;

/// <summary>The zone, as it is, does not allow it; every reason at once.</summary>
public sealed record PlanNotPossible(ImmutableArray<Refusal> Refusals) : PlanOutcome;

/// <summary>Route 53 could not be read.</summary>
public sealed record ZoneUnreadable(string Why) : PlanOutcome;

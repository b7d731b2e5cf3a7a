namespace Cutover.Engine.Runs;

/// <summary>What asking for a start came to.</summary>
public abstract record StartOutcome;

/// <summary>The run is under way.</summary>
public sealed record RunStarted(long RunId) : StartOutcome;

/// <summary>There is no plan, and so no run.</summary>
/// <param name="Plan">Why; never <see cref="PlanMade"/>.</param>
public sealed record RunNotStarted(PlanOutcome Plan) : StartOutcome;

namespace Cutover.Engine.Runs;

/// <summary>What asking for a start came to.</summary>
public abstract record StartOutcome;

/// <summary>The run is under way.</summary>
public sealed record RunStarted(long RunId) : StartOutcome;

/// <summary>The plan that was asked for is no longer the one that would run: nothing was started.</summary>
/// <param name="Asked">The checksum that was asked for.</param>
/// <param name="Found">The checksum of the plan as it is now.</param>
public sealed record PlanChanged(string Asked, string Found) : StartOutcome
{
    public override string ToString() =>
        $"The plan was {Asked} and would now be {Found}: the playbook or the record sets of its zones have changed since. "
            + "Nothing was started. Run plan again, read it, and start what it prints.";
}

/// <summary>There is no plan, and so no run.</summary>
/// <param name="Plan">Why; never <see cref="PlanMade"/>.</param>
public sealed record RunNotStarted(PlanOutcome Plan) : StartOutcome;

using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Runs;

/// <summary>Says where a run has left the plan that it was started from.</summary>
public static class PlanDifferences
{
    /// <param name="acts">What people asked and was done, oldest first.</param>
    /// <param name="version">The version of the playbook that the run was started with; null where none was kept.</param>
    /// <param name="newest">The playbook's newest version; null where none was kept.</param>
    /// <param name="head">What that version says; null where it is the run's own, or cannot be read.</param>
    /// <returns>Empty when nothing differs.</returns>
    public static ImmutableArray<PlanDifference> Of(
        Plan plan, RunState state, IEnumerable<ActTaken> acts, int? version, int? newest, Playbook? head) =>
    [
        .. Weights(plan, state),
        .. Zone(state),
        .. acts.Select(Act).OfType<PlanDifference>(),
        .. Ending(state),
        .. Version(version, newest),
        .. head is null ? [] : Gates(plan.Playbook.Gates, head.Gates),
    ];

    // While a change is on its way, and once a run goes back, the weights are not meant to be those of the step.
    private static IEnumerable<PlanDifference> Weights(Plan plan, RunState state)
    {
        if (state.RollbackReason is not null || !state.Pending.IsEmpty || state.Step >= plan.Steps.Length)
        {
            yield break;
        }

        var wanted = (state.Step < 0 ? plan.Initial : plan.WeightsOf(state.Step)).ToDictionary(pair => pair.Record);
        foreach (var pair in state.Applied.Where(pair => wanted.TryGetValue(pair.Record, out var plans) && plans.Weights != pair.Weights))
        {
            yield return new PlanDifference(
                PlanDeparture.Weights, $"{pair.Record} is at {pair.Weights}, and the plan has {wanted[pair.Record].Weights} for {Step(state.Step)}");
        }
    }

    private static IEnumerable<PlanDifference> Zone(RunState state) => state.Drift is { } drift
        ? [new(PlanDeparture.Zone, $"The zone holds something else than what was applied: {drift}")]
        : [];

    private static PlanDifference? Act(ActTaken act) => act.Act switch
    {
        OperatorAct.Skip when act.Step < 0 => new(PlanDeparture.Skipped, $"{act.Who} cut the preflight short{At(act)}"),
        OperatorAct.Skip => new(PlanDeparture.Skipped, $"{act.Who} cut the bake of {Step(act.Step)} short{At(act)}"),
        OperatorAct.StepBack => new(PlanDeparture.SteppedBack, $"{act.Who} sent the run back to {Step(act.Step)}{At(act)}"),
        OperatorAct.Adopt => new(PlanDeparture.Adopted, $"{act.Who} took what others wrote into the zone for what is applied{At(act)}"),
        _ => null,
    };

    private static IEnumerable<PlanDifference> Ending(RunState state) => state switch
    {
        { Phase: RunPhase.Abandoned } => [new(PlanDeparture.Ended, $"The run was given up in {Step(state.Step)}, and the weights stay as they are")],
        { RollbackReason: { } why } => [new(PlanDeparture.Ended, $"The run went back to the weights of before: {why.TrimEnd('.')}")],
        _ => [],
    };

    private static IEnumerable<PlanDifference> Version(int? version, int? newest) => version is { } own && newest > own
        ? [new(PlanDeparture.Version, FormattableString.Invariant($"The playbook is at version {newest}; this run goes on by version {own}"))]
        : [];

    private static IEnumerable<PlanDifference> Gates(ImmutableArray<Gate> run, ImmutableArray<Gate> head)
    {
        var (mine, theirs) = (run.ToDictionary(gate => gate.Name), head.ToDictionary(gate => gate.Name));
        return
        [
            .. head.Where(gate => !mine.ContainsKey(gate.Name))
                .Select(gate => Gate(gate.Name, "is new in the newest version, and does not guard this run")),
            .. run.Where(gate => !theirs.ContainsKey(gate.Name))
                .Select(gate => Gate(gate.Name, "guards this run, and is gone from the newest version")),
            .. head.Where(gate => mine.TryGetValue(gate.Name, out var own) && !own.Equals(gate) && Text(own) != Text(gate))
                .Select(gate => Gate(gate.Name, "is another one in the newest version than in this run")),
        ];
    }

    // As data: of two readings of one text the collections inside are equal and not the same.
    private static string Text(Gate gate) => RunJson.Write(gate);

    private static PlanDifference Gate(string name, string words) => new(PlanDeparture.Gates, $"The gate {name} {words}");

    private static string At(ActTaken act) => string.Create(CultureInfo.InvariantCulture, $" at {act.At.UtcDateTime:HH:mm:ss} UTC");

    private static string Step(int step) => step < 0 ? "the time before step 1" : FormattableString.Invariant($"step {step + 1}");
}

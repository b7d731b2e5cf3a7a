using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// Where a gate's measurements are laid side by side and judged; each verdict goes to the run with the raw points behind it.
/// </summary>
/// <param name="gate">The gate.</param>
/// <param name="stacks">Of the playbook.</param>
/// <param name="loop">The run.</param>
/// <param name="time">The clock.</param>
/// <param name="earlier">What a burn gate counted under the host before this one; null for nothing.</param>
internal sealed class GateBench(Gate gate, Stacks stacks, RunLoop loop, TimeProvider time, BurnEvidence? earlier = null)
{
    private GateReadings readings = GateReadings.None with { Burn = earlier };

    public Gate Gate { get; } = gate;

    public Stacks Stacks { get; } = stacks;

    /// <summary>Up to when a stack's events were counted for a burn; the start of the run before any were.</summary>
    public DateTimeOffset CountedUntil(StackRole role) => readings.Burn?[role].Until ?? loop.Run.State.StartedAt;

    /// <summary>
    /// Measures; a guard that dies silently is worse than none, so after an error it goes on, and says that it could not.
    /// </summary>
    public Measurement Guarded(DateTimeOffset now, Func<Measurement> measure, ILogger logger)
    {
        try
        {
            return measure();
        }
        catch (Exception failure)
        {
            Log.JudgingFailed(logger, Gate.Name, failure);
            return new NotMeasured(now - Gate.Window, now, $"an error in Cutover itself: {failure.Message}");
        }
    }

    /// <summary>
    /// The same with a comparison of both stacks: after an error in it the gate is not measured at all, because without its newest data a
    /// comparison is none.
    /// </summary>
    /// <param name="compare">What both stacks showed since they were taken before.</param>
    public void Take(
        DateTimeOffset now, Measurement ofTarget, Measurement? ofSource, Func<ImmutableArray<Stretch>> compare, ILogger logger)
    {
        var stretches = ImmutableArray<Stretch>.Empty;
        var measured = Guarded(
            now,
            () =>
            {
                stretches = compare();
                return ofTarget;
            },
            logger);
        Take(measured, ofSource, stretches);
    }

    /// <summary>Takes the newest measurements, judges both stacks, and tells the run.</summary>
    /// <param name="ofTarget">Of the target.</param>
    /// <param name="ofSource">Null for a gate that knows no stacks.</param>
    /// <param name="stretches">What both showed since they were taken before, for a gate that compares them.</param>
    public void Take(Measurement ofTarget, Measurement? ofSource, params ImmutableArray<Stretch> stretches)
    {
        var now = time.GetUtcNow();
        readings = readings.With(Gate, Marked(ofTarget), ofSource is null ? null : Marked(ofSource), stretches);
        var (target, source) = GateJudge.Judge(Gate, Stacks, readings, now);
        ImmutableArray<VerdictRecord> rows = source is null
            ? [Row(StackRole.Target, target, readings.Target, now)]
            : [Row(StackRole.Target, target, readings.Target, now), Row(StackRole.Source, source, readings.Source, now)];
        loop.Post(new Occurrence(new GateJudgedEvent(Gate.Name, target, source), null, rows));
    }

    // Before the first write nobody is sent to the target: what fails there then costs nobody anything.
    private Measurement Marked(Measurement measurement) => loop.Run.State.Preflight is null || measurement.Counts is not { } counts
        ? measurement
        : measurement with { Counts = [.. counts.Select(count => count with { IsFree = true })] };

    private VerdictRecord Row(StackRole stack, StackVerdict verdict, ImmutableArray<Measurement> judged, DateTimeOffset now) => new()
    {
        RunId = loop.RunId,
        Gate = Gate.Name,
        Stack = stack,
        At = now,
        Verdict = verdict.Verdict,
        Value = verdict.Value,
        Samples = verdict.Samples,
        DataFrom = verdict.DataFrom,
        DataTo = verdict.DataTo,
        Objective = Gate.Goal.ToString(),
        Words = verdict.Words,
        Measurements = RunJson.Write(judged),
    };
}

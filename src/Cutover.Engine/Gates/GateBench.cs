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
internal sealed class GateBench(Gate gate, Stacks stacks, RunLoop loop, TimeProvider time)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private ImmutableArray<Measurement> target = [];
    private ImmutableArray<Measurement> source = [];

    public Gate Gate { get; } = gate;

    public Stacks Stacks { get; } = stacks;

    /// <summary>Time between two measurements of a stack: the N of "M of N" are spread over one window, 1 s apart at least.</summary>
    public TimeSpan Interval => Gate.Window / Gate.Breach.Of is var share && share > ShortestInterval ? share : ShortestInterval;

    /// <summary>Measures; a guard that dies silently is worse than none, so after an error it goes on, and says that it could not.</summary>
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

    /// <summary>Takes the newest measurements, judges both stacks, and tells the run.</summary>
    /// <param name="ofSource">Null for a gate that knows no stacks.</param>
    public void Take(Measurement ofTarget, Measurement? ofSource)
    {
        var now = time.GetUtcNow();
        target = Lay(target, ofTarget);
        source = ofSource is null ? [] : Lay(source, ofSource);
        var targetVerdict = GateJudge.Judge(Gate, ofSource is null ? "both stacks" : Stacks.Target.Name, target, now);
        var sourceVerdict = ofSource is null ? null : GateJudge.Judge(Gate, Stacks.Source.Name, source, now);
        ImmutableArray<VerdictRecord> rows = sourceVerdict is null
            ? [Row(StackRole.Target, targetVerdict, target, now)]
            : [Row(StackRole.Target, targetVerdict, target, now), Row(StackRole.Source, sourceVerdict, source, now)];
        loop.Post(new Occurrence(new GateJudgedEvent(Gate.Name, targetVerdict, sourceVerdict), null, rows));
    }

    // The same window measured again (CloudWatch had nothing newer) takes the place of the earlier reading: it is no further evidence.
    private ImmutableArray<Measurement> Lay(ImmutableArray<Measurement> measurements, Measurement newest)
    {
        var kept = !measurements.IsEmpty && measurements[^1].To == newest.To
            ? measurements.RemoveAt(measurements.Length - 1)
            : measurements;
        var laid = kept.Add(newest);
        return laid.Length > Gate.Breach.Of ? laid.RemoveAt(0) : laid;
    }

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
        Objective = Gate.Objective.ToString(),
        Words = verdict.Words,
        Measurements = RunJson.Write(judged),
    };
}

using System.Diagnostics.Metrics;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;

namespace Cutover.Engine.Telemetry;

/// <summary>What is counted and timed of the runs that this host drives, under names and units as OpenTelemetry writes them.</summary>
internal sealed class RunMeter
{
    public const string Name = "Cutover.Runs";

    private static readonly double[] Fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] Slow = [0.1, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 180, 300, 600];

    private readonly TimeProvider time;
    private readonly Counter<long> decisions;
    private readonly Histogram<double> deciding;
    private readonly Counter<long> verdicts;
    private readonly Histogram<double> lateness;
    private readonly Histogram<double> goingHome;

    public RunMeter(IMeterFactory factory, LiveReadings live, RunFeed feed, TimeProvider time)
    {
        this.time = time;
        var meter = factory.Create(Name);
        decisions = meter.CreateCounter<long>("cutover.decisions", "{decision}", "Decisions stored, by event and by the phase they led to.");
        deciding = Timed(meter, "cutover.decision.duration", "From an event to its stored decision.", Fast);
        verdicts = meter.CreateCounter<long>("cutover.verdicts", "{verdict}", "Verdicts of the gates.");
        lateness = Timed(meter, "cutover.verdict.latency", "From the end of the data judged to the stored decision about it.", Slow);
        goingHome = Timed(
            meter, "cutover.breach_to_write.duration", "From what made a run go back by itself to Route 53's acceptance of the first change.", Fast);
        RunGauges.Create(meter, live, feed, time);
    }

    /// <param name="playbook">Of the run.</param>
    /// <param name="occurrence">What happened.</param>
    /// <param name="decision">What was decided, and is stored.</param>
    /// <param name="took">Since it happened.</param>
    public void Decided(Playbook playbook, Occurrence occurrence, Decision decision, TimeSpan took)
    {
        KeyValuePair<string, object?> happened = new("cutover.event", EventNames.Of(occurrence.Event));
        decisions.Add(1, happened, new("cutover.phase", decision.State.Phase.ToString()));
        deciding.Record(took.TotalSeconds, happened);
        if (occurrence.Event is GateJudgedEvent judged)
        {
            Judged(playbook, judged);
        }
    }

    /// <summary>Route 53 took the first change of a rollback that no person asked for.</summary>
    public void WentHome(TimeSpan took) => goingHome.Record(took.TotalSeconds);

    private void Judged(Playbook playbook, GateJudgedEvent judged)
    {
        Judged(playbook.Stacks.Target.Name, judged.Target);
        if (judged.Source is not null)
        {
            Judged(playbook.Stacks.Source.Name, judged.Source);
        }

        void Judged(string stack, StackVerdict verdict)
        {
            KeyValuePair<string, object?>[] gate =
                [new("cutover.playbook", playbook.Name), new("cutover.gate", judged.Gate), new("cutover.stack", stack)];
            verdicts.Add(1, [.. gate, new("cutover.verdict", verdict.Verdict.ToString())]);
            lateness.Record((time.GetUtcNow() - verdict.DataTo).TotalSeconds, gate);
        }
    }

    private static Histogram<double> Timed(Meter meter, string name, string description, double[] bounds) => meter.CreateHistogram(
        name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}

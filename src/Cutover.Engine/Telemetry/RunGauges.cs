using System.Diagnostics.Metrics;
using Cutover.Core.Dns;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;
using Cutover.Engine.Gates;
using Cutover.Engine.Runs;

namespace Cutover.Engine.Telemetry;

/// <summary>How the runs that this host drives stand at the moment somebody asks; a run that is over is shown no more.</summary>
internal static class RunGauges
{
    public static void Create(Meter meter, LiveReadings live, RunFeed feed, TimeProvider time)
    {
        meter.CreateObservableUpDownCounter(
            "cutover.runs",
            () => live.Watches.GroupBy(watch => (watch.Run.State.Phase, watch.Run.State.Hold)).Select(runs => new Measurement<long>(
                runs.LongCount(), new("cutover.phase", runs.Key.Phase.ToString()), new("cutover.hold", $"{runs.Key.Hold?.Reason}"))),
            "{run}",
            "Open runs that this host drives, by phase and by what holds them.");
        meter.CreateObservableGauge(
            "cutover.share.asked",
            () => live.Watches.Select(watch => new Measurement<double>(watch.Run.State.Applied.TargetShare(), Tags(watch))),
            "1",
            "The target's share of answers by the weights that Route 53 last accepted.");
        meter.CreateObservableGauge(
            "cutover.gate.value", () => live.Watches.SelectMany(Values), description: "The value that a gate last judged, in its own unit.");
        meter.CreateObservableGauge(
            "cutover.gate.blind.duration",
            () => live.Watches.SelectMany(watch => watch.Run.State.Gates.Select(gate => new Measurement<double>(
                (time.GetUtcNow() - gate.Value.BlindSince).TotalSeconds, [.. Tags(watch), new("cutover.gate", gate.Key)]))),
            "s",
            "Time since a gate last passed on the target.");
        meter.CreateObservableUpDownCounter(
            "cutover.probe.connections", () => live.Watches.SelectMany(Held), "{connection}", "Connections that the probes hold open.");
        meter.CreateObservableUpDownCounter(
            "cutover.feed.subscribers", () => feed.Subscribers, "{subscriber}", "Pages and streams that follow the runs.");
    }

    private static IEnumerable<Measurement<double>> Values(RunGateWatch watch) =>
        from gate in watch.Run.State.Gates
        from role in new[] { StackRole.Target, StackRole.Source }
        let verdict = role == StackRole.Target ? gate.Value.Target : gate.Value.Source
        where verdict?.Value is not null
        select new Measurement<double>(
            verdict.Value!.Value, [.. Tags(watch), new("cutover.gate", gate.Key), new("cutover.stack", Name(watch, role))]);

    private static IEnumerable<Measurement<long>> Held(RunGateWatch watch) =>
        new[] { StackRole.Source, StackRole.Target }.Select(role =>
            new Measurement<long>(watch.Held(role), [.. Tags(watch), new("cutover.stack", Name(watch, role))]));

    private static string Name(RunGateWatch watch, StackRole role) =>
        role == StackRole.Target ? watch.Run.Plan.Playbook.Stacks.Target.Name : watch.Run.Plan.Playbook.Stacks.Source.Name;

    private static KeyValuePair<string, object?>[] Tags(RunGateWatch watch) =>
        [new("cutover.run", watch.Run.Id), new("cutover.playbook", watch.Run.Plan.Playbook.Name)];
}

using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>Lays the waves of a playbook out as one list of steps, each with what every pair holds while it is in force.</summary>
internal static class PlanSteps
{
    public static ImmutableArray<PlannedStep> Of(Playbook playbook, ImmutableArray<PlannedRecord> records)
    {
        var initial = records.Select(record => record.Initial).ToImmutableArray();
        var inForce = Lowered(playbook, records);
        var steps = ImmutableArray.CreateBuilder<PlannedStep>();
        if (!inForce.SequenceEqual(initial))
        {
            steps.Add(Beside(playbook, StepKind.LowerTtl, inForce));
        }

        foreach (var wave in WavesOf(playbook))
        {
            foreach (var step in wave.Steps)
            {
                inForce = Move(inForce, wave, step);
                steps.Add(new PlannedStep(StepKind.Move, wave.Name, step, inForce, Hold(playbook, step)));
            }
        }

        var last = HandedBack(playbook, records, inForce);
        if (playbook.Dns.Ownership || !last.SequenceEqual(inForce))
        {
            steps.Add(Beside(playbook, StepKind.HandBack, last));
        }

        return steps.ToImmutable();
    }

    /// <summary>The waves in order; one without a name where all records move together.</summary>
    public static IEnumerable<(string? Name, ImmutableArray<string> Records, ImmutableArray<Step> Steps)> WavesOf(Playbook playbook) =>
        playbook.Waves.IsEmpty
            ? [(null, [.. playbook.Records.Select(record => record.Name)], playbook.Steps)]
            : playbook.Waves.Select(wave => ((string?)wave.Name, wave.Records, wave.Steps));

    /// <summary>True when a pair is one of the names.</summary>
    public static bool Concerns(ImmutableArray<string> names, RecordKey key) => names.Contains(key.Name.TrimEnd('.'));

    private static ImmutableArray<RecordWeights> Lowered(Playbook playbook, ImmutableArray<PlannedRecord> records) => [..
        from record in records
        let during = (long?)playbook.Dns.Ttl?.During.TotalSeconds
        select record.HasOwnTtl && record.Initial.Ttl > during ? record.Initial with { Ttl = during } : record.Initial];

    private static ImmutableArray<RecordWeights> Move(
        ImmutableArray<RecordWeights> inForce, (string? Name, ImmutableArray<string> Records, ImmutableArray<Step> Steps) wave, Step step)
    {
        var wanted = PairWeights.Nearest(step.Weight);
        return [.. inForce.Select(pair => Concerns(wave.Records, pair.Record) ? pair with { Weights = wanted } : pair)];
    }

    private static ImmutableArray<RecordWeights> HandedBack(
        Playbook playbook, ImmutableArray<PlannedRecord> records, ImmutableArray<RecordWeights> inForce) =>
        playbook.Dns.Ttl is { Restore: true }
            ? [.. inForce.Zip(records, (pair, record) => pair with { Ttl = record.Initial.Ttl })]
            : inForce;

    // A step beside the moves: it holds the share that is in force, and asks for no bake of its own.
    private static PlannedStep Beside(Playbook playbook, StepKind kind, ImmutableArray<RecordWeights> weights)
    {
        var step = new Step(new Share(Math.Round((decimal)weights.TargetShare() * 100, 4)), TimeSpan.Zero);
        return new PlannedStep(kind, null, step, weights, Hold(playbook, step));
    }

    // A gate passes a step on data that is all newer than the settle, so its window is the least that the step can last.
    private static TimeSpan Hold(Playbook playbook, Step step) =>
        playbook.Gates.Select(gate => gate.Window).Append(step.Bake).Max();
}

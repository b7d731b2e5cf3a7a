using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Decisions;

/// <summary>Reads the verdicts that one decision took in, with their raw points.</summary>
internal static class JudgedVerdicts
{
    private const int Most = 100;

    public static async Task<ImmutableArray<JudgedView>> OfAsync(
        CutoverContext context, Plan plan, DecisionRecord decision, RunEvent happened, CancellationToken cancellation)
    {
        if (happened is not GateJudgedEvent judged)
        {
            return [];
        }

        // Backwards from the decision: the index leads to the rows, and as many as the event has end the search.
        var rows = await context.Verdicts.AsNoTracking()
            .Where(row => row.RunId == decision.RunId && row.Gate == judged.Gate && row.At <= decision.At && row.Sequence == decision.Sequence)
            .OrderByDescending(row => row.At).Take(judged.Source is null ? 1 : 2).ToListAsync(cancellation);
        return [.. rows.OrderByDescending(row => row.Stack == StackRole.Target).Select(row => View(plan, row, judged))];
    }

    private static JudgedView View(Plan plan, VerdictRecord row, GateJudgedEvent judged)
    {
        var (stacks, newestFirst) = (plan.Playbook.Stacks, RunJson.Read<ImmutableArray<Measurement>>(row.Measurements).Reverse().ToList());
        var points = Points(newestFirst).ToList();
        return new JudgedView(
            row.Gate,
            row.Stack,
            judged.Source is null ? "both stacks" : row.Stack == StackRole.Target ? stacks.Target.Name : stacks.Source.Name,
            row.At,
            row.Verdict,
            row.Value,
            plan.Playbook.Gates.FirstOrDefault(gate => gate.Name == row.Gate)?.Goal.Unit ?? ObjectiveUnit.Number,
            row.Objective,
            row.Samples,
            row.DataFrom,
            row.DataTo,
            (row.At - row.DataTo).TotalSeconds,
            (row.Stack == StackRole.Target ? judged.Target : judged.Source)?.Lateness?.TotalSeconds,
            row.Words,
            [.. newestFirst.Take(Most).Select(Measured)],
            [.. points.OrderByDescending(point => point.Start).Take(Most).Select(point => new PointView(point.Start, point.Value, point.Samples))],
            points.Count);
    }

    // Windows overlap, and so do their points; within one of them equal points are those of several instances.
    private static IEnumerable<DataPoint> Points(IEnumerable<Measurement> newestFirst)
    {
        var told = new HashSet<DataPoint>();
        foreach (var measured in newestFirst.OfType<Measured>())
        {
            var further = measured.Points.Where(point => !told.Contains(point)).ToList();
            told.UnionWith(further);
            foreach (var point in further)
            {
                yield return point;
            }
        }
    }

    private static MeasurementView Measured(Measurement measurement) => measurement switch
    {
        Measured measured => new MeasurementView(measured.From, measured.To, measured.Value, measured.Samples, null),
        Filling => new MeasurementView(measurement.From, measurement.To, null, 0, "the window was not full yet"),
        NoData absent => new MeasurementView(measurement.From, measurement.To, null, 0, absent.Why),
        NotMeasured failed => new MeasurementView(measurement.From, measurement.To, null, 0, $"could not be measured: {failed.Why}"),
        _ => throw new ArgumentOutOfRangeException(nameof(measurement)),
    };
}

using Cutover.Cli.Terminal;
using Cutover.Core.Plans;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Runs;

/// <summary>The steps of a run or of a plan.</summary>
internal static class StepTable
{
    public static Table Of(IEnumerable<StepView> steps)
    {
        var rows = steps.ToList();
        var hasKinds = rows.Any(step => step.Wave is not null || step.Kind != StepKind.Move);
        var table = Tables.Of(
            ["STEP", .. hasKinds ? ["WAVE"] : Array.Empty<string>(),
                "SHARE", "EXACT", "WEIGHTS", "BAKE", "AT LEAST", "APPROVAL", "PROGRESS"]);
        foreach (var step in rows)
        {
            table.AddRow(
            [
                Tables.Cell(FormattableString.Invariant($"{Mark(step.Progress)} {step.Number}"), Looks.Of(step.Progress)),
                .. hasKinds ? [Tables.Cell(step.Wave ?? Beside(step.Kind))] : Array.Empty<IRenderable>(),
                Tables.Cell(step.Share),
                Tables.Cell(Figures.Share(Exact(step))),
                Tables.Cell(Weights(step)),
                Tables.Cell(Bake(step)),
                Tables.Cell(Figures.Duration(step.HoldSeconds)),
                Tables.Cell(step.ApprovalRequired ? "needed" : "-"),
                Tables.Cell(step.Progress.ToString(), Looks.Of(step.Progress)),
            ]);
        }

        return table;
    }

    /// <summary>What a step is that moves no weights.</summary>
    public static string Beside(StepKind kind) => kind switch
    {
        StepKind.LowerTtl => "lower TTL",
        StepKind.HandBack => "hand back",
        _ => "-",
    };

    /// <summary>For example "10 min" or "10 min, connections >= 45 %".</summary>
    public static string Bake(StepView step) =>
        Figures.Duration(step.BakeSeconds) + (step.Until is { } until ? $", {until}" : string.Empty);

    // With waves, a step's own records move; what the others hold is no news.
    private static string Weights(StepView step) =>
        string.Join(", ", step.Changes.Select(change => change.After).Distinct().DefaultIfEmpty(step.Weights));

    private static double Exact(StepView step) => step.Changes.IsEmpty ? step.ExactShare : step.Changes[0].Share;

    private static char Mark(StepProgress progress) => progress switch
    {
        StepProgress.Current => '>',
        StepProgress.Passed => '+',
        StepProgress.Undone => 'x',
        _ => ' ',
    };
}

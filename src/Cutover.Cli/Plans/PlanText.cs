using Cutover.Cli.Runs;
using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Plans;

/// <summary>A plan: what a start would do.</summary>
internal static class PlanText
{
    public static IRenderable Of(PlanView plan) => new Rows(
        new Paragraph()
            .Append($"{Figures.OneLine(plan.Playbook)}  ", Looks.Heading)
            .Append(Figures.OneLine($"{plan.SourceName} → {plan.TargetName}")),
        Tables.Cell($"Zone {plan.Zone}, TTL {Figures.Duration(plan.TtlSeconds)}"),
        Tables.Cell(
            $"At least {Figures.Duration(plan.ExpectedSeconds)} when nothing holds it and approvals come at once "
                + $"({Figures.Duration(plan.AssumedSyncSeconds)} assumed for each INSYNC)"),
        Tables.Cell($"Safe again about {Figures.Duration(plan.TimeToSafeSeconds)} after a rollback is decided"),
        new Text(string.Empty),
        Records(plan),
        new Text(string.Empty),
        Steps(plan),
        new Text(string.Empty),
        Gates(plan));

    private static Table Records(PlanView plan)
    {
        var table = Tables.Of("RECORD", $"WEIGHTS NOW {Pair(plan)}");
        foreach (var record in plan.Records)
        {
            table.AddRow(Tables.Cell(record.Record), Tables.Cell(record.Initial));
        }

        return table;
    }

    private static Table Steps(PlanView plan)
    {
        var table = Tables.Of("STEP", "SHARE", "EXACT", $"WEIGHTS {Pair(plan)}", "BAKE", "AT LEAST", "APPROVAL");
        foreach (var step in plan.Steps)
        {
            table.AddRow(
                Tables.Cell(FormattableString.Invariant($"{step.Number}")),
                Tables.Cell(step.Share),
                Tables.Cell(Figures.Share(step.ExactShare)),
                Tables.Cell(step.Weights),
                Tables.Cell(Figures.Duration(step.BakeSeconds)),
                Tables.Cell(Figures.Duration(step.HoldSeconds)),
                Tables.Cell(step.ApprovalRequired ? "needed" : "-"));
        }

        return table;
    }

    private static Table Gates(PlanView plan)
    {
        var table = Tables.Of("GATE", "WANTS", "MEASURES", "WINDOW", "BREACH");
        foreach (var gate in plan.Gates)
        {
            table.AddRow(
                Tables.Cell(gate.Name),
                Tables.Cell(gate.Objective),
                Tables.Cell(gate.Measures),
                Tables.Cell(Figures.Duration(gate.WindowSeconds)),
                Tables.Cell(gate.Breach));
        }

        return table;
    }

    private static string Pair(PlanView plan) => Figures.OneLine($"({plan.SourceName}/{plan.TargetName})");
}

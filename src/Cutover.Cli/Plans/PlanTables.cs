using Cutover.Cli.Runs;
using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Plans;

/// <summary>The tables of a plan.</summary>
internal static class PlanTables
{
    public static Table Records(PlanView plan)
    {
        var table = Tables.Of("RECORD", $"WEIGHTS NOW {Pair(plan)}");
        foreach (var record in plan.Records)
        {
            table.AddRow(Tables.Cell(record.Record), Tables.Cell(record.Initial));
        }

        return table;
    }

    public static Table Steps(PlanView plan)
    {
        var table = Tables.Of("STEP", "WAVE", "SHARE", "EXACT", $"WEIGHTS {Pair(plan)}", "BAKE", "AT LEAST", "APPROVAL");
        foreach (var step in plan.Steps)
        {
            table.AddRow(
                Tables.Cell(FormattableString.Invariant($"{step.Number}")),
                Tables.Cell(step.Wave ?? StepTable.Beside(step.Kind)),
                Tables.Cell(step.Share),
                Tables.Cell(Figures.Share(step.ExactShare)),
                Tables.Cell(step.Weights),
                Tables.Cell(StepTable.Bake(step)),
                Tables.Cell(Figures.Duration(step.HoldSeconds)),
                Tables.Cell(step.ApprovalRequired ? "needed" : "-"));
        }

        return table;
    }

    public static Table Changes(PlanView plan)
    {
        var table = Tables.Of("STEP", "RECORD", "ZONE", "BEFORE", "AFTER", "EXACT", "TTL");
        foreach (var (step, change) in plan.Steps.SelectMany(step => step.Changes.Select(change => (step, change))))
        {
            table.AddRow(
                Tables.Cell(FormattableString.Invariant($"{step.Number}")),
                Tables.Cell(change.Record),
                Tables.Cell(change.Zone),
                Tables.Cell(change.Before),
                Tables.Cell(change.After),
                Tables.Cell(Figures.Share(change.Share)),
                Tables.Cell(Ttl(change)));
        }

        return table;
    }

    public static Table Calls(PlanView plan)
    {
        var table = Tables.Of("CALL", "STEP", "ZONE", "CHANGES IN THE BATCH");
        foreach (var write in plan.Calls.Writes)
        {
            table.AddRow(
                Tables.Cell("ChangeResourceRecordSets"),
                Tables.Cell(FormattableString.Invariant($"{write.Step}")),
                Tables.Cell(write.Zone),
                Tables.Cell(FormattableString.Invariant($"{write.Changes}")));
        }

        return table;
    }

    public static Table Gates(PlanView plan)
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

    private static string Ttl(StepChangeView change) => change.TtlAfter is not { } after ? "alias"
        : change.TtlBefore == after ? Figures.Duration(after)
        : $"{Figures.Duration(change.TtlBefore ?? 0)} → {Figures.Duration(after)}";
}

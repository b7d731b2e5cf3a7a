using Cutover.Cli.Terminal;
using Cutover.Core.Plans;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Plans;

/// <summary>How long a rollback takes in each step until it is safe, and which parts of that are measured.</summary>
internal static class PlanTimes
{
    public static Table Table(PlanView plan)
    {
        var table = Tables.Of("STEP", "TIME TO SAFE", "DECIDE", "WRITE", "INSYNC", "TTL");
        foreach (var step in plan.Steps)
        {
            table.AddRow(
                Tables.Cell(FormattableString.Invariant($"{step.Number}")),
                Tables.Cell(Figures.Duration(step.Safe.TotalSeconds)),
                Tables.Cell(Part(step.Safe.Decide)),
                Tables.Cell(Part(step.Safe.Write)),
                Tables.Cell(Part(step.Safe.Sync)),
                Tables.Cell(Part(step.Safe.Ttl)));
        }

        return table;
    }

    /// <summary>Where a time comes from, for example "assumed" or "measured on 12 changes".</summary>
    public static string Basis(PlanTimeView time) => time.Basis switch
    {
        TimeBasis.Measured => FormattableString.Invariant($"measured on {time.Changes} {(time.Changes == 1 ? "change" : "changes")}"),
        TimeBasis.Zone => "from the zone",
        _ => "assumed",
    };

    private static string Part(PlanTimeView time) =>
        time.Basis == TimeBasis.Zone ? Figures.Duration(time.Seconds) : $"{Figures.Duration(time.Seconds)} {Basis(time)}";
}

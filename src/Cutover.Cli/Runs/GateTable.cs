using System.Globalization;
using Cutover.Cli.Terminal;
using Cutover.Core.Gates;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Runs;

/// <summary>The gates of a run: what they want, and what each stack last gave.</summary>
internal static class GateTable
{
    public static Table Of(IEnumerable<GateView> gates, string source, string target, DateTimeOffset now)
    {
        var table = Tables.Of("GATE", "WANTS", Figures.OneLine(target), Figures.OneLine(source), "BREACH", "LAST PASSED");
        foreach (var gate in gates)
        {
            table.AddRow(
                Tables.Cell(gate.Name),
                Tables.Cell(gate.Objective),
                Cell(gate, gate.Target, now),
                Cell(gate, gate.Source, now),
                Tables.Cell(gate.Breach),
                Tables.Cell(gate.LastPassedAt is { } passed ? Figures.Clock(passed) : "never"));
        }

        return table;
    }

    private static IRenderable Cell(GateView gate, StackVerdict? verdict, DateTimeOffset now) => verdict is null
        ? Tables.Cell("-", Looks.Quiet)
        : Tables.Cell(
            $"{Value(gate, verdict)}{verdict.Verdict}, {Figures.Duration((now - verdict.DataTo).TotalSeconds)} old",
            Looks.Of(verdict.Verdict));

    private static string Value(GateView gate, StackVerdict verdict) => verdict.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{gate.Unit.Format(value)} (n = {verdict.Samples:N0}) ")
        : string.Empty;
}

using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Runs;

/// <summary>The hosted zones of a run, and what stands in each at this moment.</summary>
internal static class ZoneTable
{
    /// <summary>True while not all zones stand the same, or one is given back what it held.</summary>
    public static bool HasSomethingToSay(RunView run) => run.Summary.IsOpen
        && run.Zones.Any(zone => zone.Standing != ZoneStanding.InSync)
        && (run.Zones.Length > 1 || run.Zones.Any(zone => zone.GivesBack));

    public static Table Of(IEnumerable<ZoneStandingView> zones)
    {
        var table = Tables.Of("ZONE", "STATE", "HOLDS", "UNDER WAY");
        foreach (var zone in zones)
        {
            table.AddRow(
                Tables.Cell(zone.Zone),
                Tables.Cell(zone.GivesBack ? $"{State(zone)}, put back" : State(zone), Style(zone.Standing)),
                Tables.Cell(zone.Applied),
                Tables.Cell(zone.Words));
        }

        return table;
    }

    private static string State(ZoneStandingView zone) => zone.Standing switch
    {
        ZoneStanding.InSync => "INSYNC",
        ZoneStanding.Pending => "PENDING",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static Style? Style(ZoneStanding standing) => standing switch
    {
        ZoneStanding.InSync => Looks.Good,
        ZoneStanding.Drifted => Looks.Bad,
        ZoneStanding.Retrying => Looks.Waiting,
        _ => Looks.Busy,
    };
}

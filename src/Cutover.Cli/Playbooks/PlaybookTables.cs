using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Playbooks;

/// <summary>Playbooks and their versions, one a row.</summary>
internal static class PlaybookTables
{
    public static Table Of(IEnumerable<PlaybookLineView> playbooks)
    {
        var table = Tables.Of("PLAYBOOK", "VERSION", "MOVES", "NAMES", "OPEN", "LATEST", "CHANGED", "BY");
        foreach (var playbook in playbooks)
        {
            table.AddRow(
                Tables.Cell(playbook.IsArchived ? $"{playbook.Name} (archived)" : playbook.Name),
                Tables.Cell(FormattableString.Invariant($"{playbook.Head.Number}")),
                Tables.Cell(playbook.SourceName is null ? "-" : $"{playbook.SourceName} to {playbook.TargetName}"),
                Tables.Cell(string.Join(", ", playbook.Names)),
                Tables.Cell(playbook.OpenRun is { } open ? FormattableString.Invariant($"{open}") : "-"),
                Tables.Cell(playbook.Latest is { } latest ? FormattableString.Invariant($"{latest.Id} {latest.Phase}") : "-"),
                Tables.Cell(Figures.Moment(playbook.Head.At)),
                Tables.Cell(playbook.Head.Who));
        }

        return table;
    }

    public static Table Of(IEnumerable<PlaybookVersionView> versions)
    {
        var table = Tables.Of("VERSION", "KEPT", "BY", "FROM", "SHA-256", "NOTE");
        foreach (var version in versions)
        {
            table.AddRow(
                Tables.Cell(FormattableString.Invariant($"{version.Number}")),
                Tables.Cell(Figures.Moment(version.At)),
                Tables.Cell(version.Who),
                Tables.Cell(version.Origin.ToString()),
                Tables.Cell(version.Sha256[..12]),
                Tables.Cell(version.Note ?? string.Empty));
        }

        return table;
    }
}

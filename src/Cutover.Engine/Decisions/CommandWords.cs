using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;

namespace Cutover.Engine.Decisions;

/// <summary>Commands by the calls that they make.</summary>
internal static class CommandWords
{
    public static CommandView Of(CommandRecord row) => new(Of(RunJson.Read<RunCommand>(row.Command)), row.IssuedAt, row.DoneAt);

    private static string Of(RunCommand command) => command switch
    {
        ApplyWeightsCommand apply => FormattableString.Invariant($"ChangeResourceRecordSets on {apply.ZoneId}: change {apply.Change}"),
        CheckChangeCommand check => FormattableString.Invariant($"GetChange {check.ChangeId}: change {check.Change}"),
        ReadZoneCommand read => FormattableString.Invariant($"ListResourceRecordSets of every zone of the run: reading {read.Reading}"),
        ObserveAnswersCommand observe => FormattableString.Invariant($"Ask the zones' name servers: observation {observe.Observation}"),
        WakeAtCommand => "Wake up",
        AnnounceCommand announce => $"Tell people ({announce.Severity}): {announce.Words}",
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };
}

using Cutover.Core.Conversions;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Conversions;

/// <summary>Conversions as rows of the database, and back.</summary>
internal static class ConversionRows
{
    public static ConversionRecord Create(Conversion conversion, string who, string? why, DateTimeOffset now) => new()
    {
        Kind = conversion.Kind,
        Playbook = conversion.Playbook,
        State = ConversionState.Applying,
        Who = who,
        At = now,
        Why = why,
        Batches =
        [
            .. conversion.Batches.Select((batch, index) => new ConversionBatchRecord
            {
                Number = index + 1, ZoneId = batch.Zone.Id, Batch = RunJson.Write(batch),
            }),
        ],
    };

    public static Conversion Read(ConversionRecord row) => new(
        row.Kind, row.Playbook, [.. row.Batches.OrderBy(batch => batch.Number).Select(batch => RunJson.Read<ZoneBatch>(batch.Batch))], []);

    /// <summary>The changes that were written last and may still be PENDING or not; the undo's once there is one.</summary>
    public static IEnumerable<(ConversionBatchRecord Row, string ChangeId)> LastChanges(ConversionRecord row) =>
        from batch in row.Batches.OrderBy(batch => batch.Number)
        let change = batch.UndoChangeId ?? batch.ChangeId
        where change is not null
        select (batch, change);
}

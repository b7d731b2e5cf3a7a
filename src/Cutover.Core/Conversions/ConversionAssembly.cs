using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Conversions;

/// <summary>Puts the converted records of a playbook together, one batch a zone.</summary>
internal static class ConversionAssembly
{
    public static ConversionOutcome Of(ConversionKind kind, Playbook playbook, ZonesNow now, Func<SelectedRecord, ConvertedRecord> convert)
    {
        var (records, refusals) = RecordSelection.Find(playbook, now);
        var converted = records.Select(record => OwnershipRules.Check(record, now) is { } open
            ? ConvertedRecord.Refused(record, open)
            : convert(record)).ToList();
        refusals = [.. refusals, .. converted.SelectMany(record => record.Refusals)];
        return refusals.IsEmpty
            ? new ConversionReady(new Conversion(
                kind,
                playbook.Name,
                [.. converted.GroupBy(record => record.Record.Zone).Select(Batch)],
                [.. converted.SelectMany(record => record.Notes)]))
            : new ConversionRefused(refusals);
    }

    // The mark of an open run has been refused before: what is left here is of a run that is over, and would only keep others away.
    private static ZoneBatch Batch(IGrouping<HostedZone, ConvertedRecord> records) => new(
        records.Key,
        [.. records.SelectMany(record => record.Before), .. records.Select(record => record.Record.Mark).OfType<RecordSet>().Distinct()],
        [.. records.SelectMany(record => record.After)]);
}

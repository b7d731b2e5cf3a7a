using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Conversions;

/// <summary>What becomes of one record: what gives way and what takes its place, or every reason against it.</summary>
internal sealed record ConvertedRecord(
    SelectedRecord Record,
    ImmutableArray<RecordSet> Before,
    ImmutableArray<RecordSet> After,
    ImmutableArray<string> Notes,
    ImmutableArray<Refusal> Refusals)
{
    public static ConvertedRecord Refused(SelectedRecord record, params ImmutableArray<Refusal> refusals) =>
        new(record, [], [], [], refusals);
}

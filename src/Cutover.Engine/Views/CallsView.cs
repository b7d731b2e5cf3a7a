using System.Collections.Immutable;
using Cutover.Core.Plans;

namespace Cutover.Engine.Views;

/// <summary>The Route 53 requests of a run that nothing holds.</summary>
/// <param name="Writes">ChangeResourceRecordSets: exactly these, in this order.</param>
/// <param name="GetChange">About so many.</param>
/// <param name="ListResourceRecordSets">About so many.</param>
public sealed record CallsView(ImmutableArray<WriteView> Writes, int GetChange, int ListResourceRecordSets)
{
    public static CallsView Of(CallForecast calls) => new(
        [.. calls.Writes.Select(write => new WriteView(write.Step + 1, ViewParts.Zone(write.Zone), write.Changes))],
        calls.GetChange,
        calls.ListResourceRecordSets);
}

using System.Collections.Immutable;
using Cutover.Core.Conversions;

namespace Cutover.Engine.Views;

/// <summary>A conversion as it is shown before it is written.</summary>
/// <param name="Checksum">To be given back, so that what was shown is what is written.</param>
/// <param name="Notes">What a person should know before.</param>
public sealed record ConversionPreviewView(
    ConversionKind Kind, string Playbook, string Checksum, ImmutableArray<BatchView> Batches, ImmutableArray<string> Notes)
{
    public static ConversionPreviewView Of(Conversion conversion) => new(
        conversion.Kind,
        conversion.Playbook,
        conversion.Checksum(),
        [.. conversion.Batches.Select(BatchView.Of)],
        conversion.Notes);
}

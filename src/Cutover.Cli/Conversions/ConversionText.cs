using System.Collections.Immutable;
using Cutover.Cli.Terminal;
using Cutover.Core.Conversions;
using Cutover.Engine.Views;

namespace Cutover.Cli.Conversions;

/// <summary>Batches as a terminal shows them before they are written.</summary>
internal static class ConversionText
{
    public static IEnumerable<string> Of(ConversionPreviewView preview) =>
    [
        $"{(preview.Kind == ConversionKind.Adopt ? "Adopt the records" : "Finish the pairs")} of {preview.Playbook}:",
        .. preview.Batches.SelectMany(Of),
        .. preview.Notes.Select(note => $"Note: {note}"),
        $"Checksum {preview.Checksum}",
    ];

    public static IEnumerable<string> OfUndo(ConversionView conversion) =>
    [
        FormattableString.Invariant(
            $"Undo conversion {conversion.Id} ({conversion.Kind} of {conversion.Playbook} by {conversion.By}, ")
            + $"{Figures.Moment(conversion.At)}):",
        .. conversion.Undo.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(BatchView batch) =>
    [
        $"  One atomic batch in zone {batch.Zone}:",
        .. batch.Lines.Select(line => $"    {line.Action.ToString().ToUpperInvariant()} {line.Record} {line.RecordSet}"),
        .. batch.Answers.Select(answers => answers.Before == answers.After
            ? $"  Answers stay the same: {answers.Record} {answers.After}"
            : $"  Answers change: {answers.Record} {answers.Before} -> {answers.After}"),
    ];
}

using Cutover.Engine.Playbooks;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Views;

/// <summary>A version of a playbook, without its text.</summary>
/// <param name="Number">Counts the versions of the playbook from 1.</param>
/// <param name="Sha256">Of the text's UTF-8, in lower-case hexadecimal.</param>
/// <param name="Note">Why, in the words of whoever it was.</param>
/// <param name="File">The file's name, for what came from one.</param>
public sealed record PlaybookVersionView(
    string Playbook, int Number, string Sha256, string Who, DateTimeOffset At, string? Note, PlaybookOrigin Origin, string? File)
{
    internal static PlaybookVersionView Of(PlaybookVersionRecord row) =>
        new(row.Playbook, row.Number, row.Sha256, row.Who, row.At, row.Note, row.Origin, row.File);
}

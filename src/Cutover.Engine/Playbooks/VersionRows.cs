using Cutover.Core.Playbooks.Versions;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Playbooks;

/// <summary>How versions of playbooks are found and added, inside of a transaction.</summary>
internal static class VersionRows
{
    /// <summary>The newest version; null for a name that never was.</summary>
    public static Task<PlaybookVersionRecord?> HeadAsync(this CutoverContext context, string playbook, CancellationToken cancellation) =>
        context.PlaybookVersions.AsNoTracking().Where(row => row.Playbook == playbook)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>The number of the newest version with this text; null where there is none.</summary>
    public static async Task<int?> NumberOfAsync(this CutoverContext context, string playbook, string text, CancellationToken cancellation)
    {
        var hash = PlaybookHash.Of(text);
        return await context.PlaybookVersions.Where(row => row.Playbook == playbook && row.Sha256 == hash && row.Origin != PlaybookOrigin.Archive)
            .MaxAsync(row => (int?)row.Number, cancellation);
    }

    /// <summary>Adds the version after a head, and its row of the audit.</summary>
    public static async Task<PlaybookVersionRecord> AddVersionAsync(
        this CutoverContext context,
        PlaybookVersionRecord? head,
        VersionSource source,
        Origin origin,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var row = Row(head, source, origin, now);
        context.PlaybookVersions.Add(row);
        var act = source.Origin is PlaybookOrigin.Archive ? "archive" : source.Origin is PlaybookOrigin.Import ? "import" : "save";
        var note = new AuditNote(origin, $"playbook.{act}")
        {
            Playbook = source.Playbook, Why = source.Note, Before = head is null ? null : Standing(head), After = Standing(row),
        };
        await context.AuditAsync(note, now, cancellation);
        return row;
    }

    /// <summary>The number of the version that a run is started from, which is kept from now on where it was not before.</summary>
    public static async Task<int> KeepStartedAsync(
        this CutoverContext context, string playbook, string text, Origin origin, string? why, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await context.NumberOfAsync(playbook, text, cancellation) is { } known)
        {
            return known;
        }

        // The row of the audit that tells of the start stands for this too.
        var row = Row(await context.HeadAsync(playbook, cancellation), new VersionSource(playbook, text, PlaybookOrigin.Start, why), origin, now);
        context.PlaybookVersions.Add(row);
        return row.Number;
    }

    private static PlaybookVersionRecord Row(PlaybookVersionRecord? head, VersionSource source, Origin origin, DateTimeOffset now) => new()
    {
        Playbook = source.Playbook,
        Number = (head?.Number ?? 0) + 1,
        Sha256 = PlaybookHash.Of(source.Text),
        Text = source.Text,
        Who = origin.Who,
        At = now,
        Note = source.Note,
        Origin = source.Origin,
        File = source.File,
    };

    private static object Standing(PlaybookVersionRecord row) => new { Version = row.Number, row.Sha256, Origin = row.Origin.ToString() };
}

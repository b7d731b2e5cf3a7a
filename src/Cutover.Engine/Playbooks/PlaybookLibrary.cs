using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Versions;
using Cutover.Engine.Auditing;
using Cutover.Engine.Requests;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Playbooks;

/// <summary>
/// Keeps every text that a playbook ever had. The newest version is the head, and the head is what starts. A text is put on top of the
/// version that it was made from, or not at all.
/// </summary>
public sealed class PlaybookLibrary(IDbContextFactory<CutoverContext> contexts, TimeProvider time)
{
    /// <summary>Keeps a text on top of the version that it was made from.</summary>
    /// <param name="made">The head that the text was made from; null for a playbook that is new.</param>
    /// <param name="from">Editor, Import or Api.</param>
    /// <param name="request">Stored with the version; null without a key.</param>
    public async Task<SaveOutcome> SaveAsync(
        string text, int? made, string? note, PlaybookOrigin from, Origin origin, RequestRecord? request, CancellationToken cancellation)
    {
        var reading = PlaybookReader.Read(text);
        if (reading is not PlaybookAccepted { Playbook.Name: var name })
        {
            return new TextRefused(((PlaybookRefused)reading).Problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var head = await context.HeadAsync(name, cancellation);
        if (head is { Origin: not PlaybookOrigin.Archive } && head.Text == text)
        {
            return new VersionKept(PlaybookVersionView.Of(head), IsNew: false);
        }

        if (head?.Number != made)
        {
            return head is null ? new PlaybookUnknown() : Moved(made, head, text);
        }

        var row = await context.AddVersionAsync(head, new VersionSource(name, text, from, note), origin, time.GetUtcNow(), cancellation);
        return await EndAsync(context, row, 201, request, cancellation);
    }

    /// <summary>Takes a playbook off the list. Its versions stay, and saving another one lists it again.</summary>
    /// <param name="made">The head that was looked at.</param>
    public async Task<SaveOutcome> ArchiveAsync(
        string playbook, int made, string? note, Origin origin, RequestRecord? request, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.HeadAsync(playbook, cancellation) is not { } head)
        {
            return new PlaybookUnknown();
        }

        if (head.Origin == PlaybookOrigin.Archive)
        {
            return new VersionKept(PlaybookVersionView.Of(head), IsNew: false);
        }

        if (head.Number != made)
        {
            return Moved(made, head, head.Text);
        }

        var source = new VersionSource(playbook, head.Text, PlaybookOrigin.Archive, note);
        var row = await context.AddVersionAsync(head, source, origin, time.GetUtcNow(), cancellation);
        return await EndAsync(context, row, 200, request, cancellation);
    }

    /// <summary>
    /// Takes what is new in the folder. A file whose text the playbook never had becomes the head; one with an earlier text is no change, so
    /// that what was saved since is not undone by a file that nobody touched.
    /// </summary>
    /// <param name="files">Each with a name and a text; those that are no playbooks are passed over.</param>
    public async Task TakeFolderAsync(IEnumerable<(string File, string Text)> files, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        foreach (var (file, text) in files)
        {
            var hash = PlaybookHash.Of(text);
            if (await context.PlaybookVersions.AnyAsync(row => row.Sha256 == hash, cancellation)
                || PlaybookReader.Read(text) is not PlaybookAccepted { Playbook.Name: var name })
            {
                continue;
            }

            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            if (await context.NumberOfAsync(name, text, cancellation) is null)
            {
                var source = new VersionSource(name, text, PlaybookOrigin.Folder, $"{file} in the host's folder", file);
                var head = await context.HeadAsync(name, cancellation);
                await context.AddVersionAsync(head, source, new Origin("the folder"), time.GetUtcNow(), cancellation);
                await context.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                context.ChangeTracker.Clear();
            }
        }
    }

    private static HeadMoved Moved(int? made, PlaybookVersionRecord head, string text) =>
        new(made, PlaybookVersionView.Of(head), LineDiff.Of(head.Text, text));

    private static async Task<SaveOutcome> EndAsync(
        CutoverContext context, PlaybookVersionRecord row, int status, RequestRecord? request, CancellationToken cancellation)
    {
        var kept = PlaybookVersionView.Of(row);
        context.KeepAnswer(request, status, kept);
        await context.SaveChangesAsync(cancellation);
        await context.Database.CommitTransactionAsync(cancellation);
        return new VersionKept(kept, IsNew: true);
    }
}

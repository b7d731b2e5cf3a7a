using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Versions;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Playbooks;

/// <summary>Reads playbooks and their versions for people.</summary>
public sealed class PlaybookCatalog(IDbContextFactory<CutoverContext> contexts)
{
    /// <summary>Playbooks by name.</summary>
    public async Task<ImmutableArray<PlaybookLineView>> ListAsync(bool archived, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var heads = await context.PlaybookVersions.AsNoTracking()
            .Where(row => row.Number == context.PlaybookVersions.Where(other => other.Playbook == row.Playbook).Max(other => other.Number)
                && (archived || row.Origin != PlaybookOrigin.Archive))
            .OrderBy(row => row.Playbook).ToListAsync(cancellation);
        var lines = ImmutableArray.CreateBuilder<PlaybookLineView>(heads.Count);
        foreach (var head in heads)
        {
            lines.Add(await LineAsync(context, head, cancellation));
        }

        return lines.ToImmutable();
    }

    /// <summary>A version with its text, the head where none is named; null where there is none.</summary>
    public async Task<PlaybookTextView?> FindAsync(string playbook, int? number, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = number is null
            ? await context.HeadAsync(playbook, cancellation)
            : await context.PlaybookVersions.AsNoTracking()
                .SingleOrDefaultAsync(version => version.Playbook == playbook && version.Number == number, cancellation);
        return row is null ? null : new PlaybookTextView(PlaybookVersionView.Of(row), row.Text);
    }

    /// <summary>The versions of a playbook, the newest first; empty for a name that never was.</summary>
    public async Task<ImmutableArray<PlaybookVersionView>> VersionsAsync(string playbook, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.PlaybookVersions.AsNoTracking().Where(row => row.Playbook == playbook).OrderByDescending(row => row.Number)
            .Select(row => new PlaybookVersionView(row.Playbook, row.Number, row.Sha256, row.Who, row.At, row.Note, row.Origin, row.File))
            .ToListAsync(cancellation);
        return [.. rows];
    }

    /// <summary>How one version became another; null where one of them is none.</summary>
    public async Task<PlaybookDiffView?> DiffAsync(string playbook, int from, int to, CancellationToken cancellation) =>
        await FindAsync(playbook, from, cancellation) is { } one && await FindAsync(playbook, to, cancellation) is { } other
            ? new PlaybookDiffView(one.Version, other.Version, LineDiff.Of(one.Text, other.Text))
            : null;

    private static async Task<PlaybookLineView> LineAsync(CutoverContext context, PlaybookVersionRecord head, CancellationToken cancellation)
    {
        var playbook = (PlaybookReader.Read(head.Text) as PlaybookAccepted)?.Playbook;
        var runs = context.RunLines.AsNoTracking().Where(line => line.Playbook == head.Playbook).OrderByDescending(line => line.RunId);
        var latest = await runs.Where(line => !line.IsOpen).Select(RunHistory.Line).FirstOrDefaultAsync(cancellation);
        return new PlaybookLineView(
            head.Playbook,
            PlaybookVersionView.Of(head),
            head.Origin == PlaybookOrigin.Archive,
            playbook?.Stacks.Source.Name,
            playbook?.Stacks.Target.Name,
            [.. playbook?.Records.Select(record => record.Name).Distinct() ?? []],
            await runs.Where(line => line.IsOpen).Select(line => (long?)line.RunId).FirstOrDefaultAsync(cancellation),
            latest);
    }
}

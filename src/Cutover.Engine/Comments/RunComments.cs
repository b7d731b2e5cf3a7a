using System.Collections.Immutable;
using Cutover.Engine.Auditing;
using Cutover.Engine.Requests;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Comments;

/// <summary>What people write on runs, open or over. A comment decides nothing, and so the run's machine never hears of it.</summary>
public sealed class RunComments(IDbContextFactory<CutoverContext> contexts, RunFeed feed, TimeProvider time)
{
    /// <summary>Longest comment, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>The text as it is kept: plain, without spaces at its ends; null when there is nothing in it.</summary>
    public static string? Clean(string? text)
    {
        var plain = string.Concat((text ?? string.Empty).ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>The comments on a run, oldest first.</summary>
    public async Task<ImmutableArray<CommentView>> ListAsync(long run, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Comments.AsNoTracking().Where(row => row.RunId == run).OrderBy(row => row.Id)
            .Select(row => new CommentView(row.Id, row.RunId, row.Sequence, row.At, row.Who, row.Text)).ToListAsync(cancellation);
        return [.. rows];
    }

    /// <summary>Writes a comment, its row of the audit and its request together, and tells whoever follows the run.</summary>
    /// <param name="text">As <see cref="Clean"/> gave it.</param>
    /// <param name="request">Null without a key.</param>
    /// <returns>Null when there is no such run.</returns>
    public async Task<CommentView?> AddAsync(long run, string text, Origin origin, RequestRecord? request, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var standing = await context.Runs.Where(row => row.Id == run).Select(row => new { row.Sequence, row.Playbook })
            .SingleOrDefaultAsync(cancellation);
        if (standing is null)
        {
            return null;
        }

        var row = new CommentRecord { RunId = run, Sequence = standing.Sequence, At = time.GetUtcNow(), Who = origin.Who, Text = text };
        context.Comments.Add(row);
        await context.AuditAsync(
            new AuditNote(origin, "run.comment") { Run = run, Playbook = standing.Playbook, After = new { Text = text } }, row.At, cancellation);
        await context.SaveChangesAsync(cancellation);
        var view = new CommentView(row.Id, run, row.Sequence, row.At, row.Who, row.Text);
        context.KeepAnswer(request, 201, view);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        feed.Publish(new RunMoved(run, standing.Sequence));
        return view;
    }
}

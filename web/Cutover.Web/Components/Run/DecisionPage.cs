using System.Collections.Immutable;
using Cutover.Engine.Comments;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>One page of a run's decision log. The newest page follows the run; older ones stand still.</summary>
public sealed class DecisionPage(long run, RunArchive archive, RunComments comments)
{
    public const int Size = 25;

    private readonly Stack<long?> newer = new();
    private long? before;

    public ImmutableArray<DecisionView> Rows { get; private set; } = [];

    /// <summary>All comments on the run, oldest first.</summary>
    public ImmutableArray<CommentView> Comments { get; private set; } = [];

    /// <summary>The rows of the page with the comments between them, the newest first.</summary>
    public ImmutableArray<LogEntry> Entries => LogEntry.Of(Rows, Comments, before, HasOlder);

    /// <summary>Leaves the heartbeat out.</summary>
    public bool NotableOnly { get; private set; } = true;

    public bool IsNewest => before is null;

    public bool HasOlder { get; private set; }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        var asked = (before, NotableOnly);
        var rows = await archive.DecisionsAsync(run, before, NotableOnly, Size + 1, cancellation);
        Comments = await comments.ListAsync(run, cancellation);
        if (asked != (before, NotableOnly))
        {
            // The person turned the page meanwhile: that reading counts.
            return;
        }

        HasOlder = rows.Length > Size;
        Rows = [.. rows.Take(Size)];
    }

    public Task OlderAsync(CancellationToken cancellation)
    {
        if (HasOlder)
        {
            newer.Push(before);
            before = Rows[^1].Sequence;
        }

        return ReadAsync(cancellation);
    }

    public Task NewerAsync(CancellationToken cancellation)
    {
        before = newer.TryPop(out var page) ? page : null;
        return ReadAsync(cancellation);
    }

    public Task ShowAsync(bool notableOnly, CancellationToken cancellation)
    {
        (NotableOnly, before) = (notableOnly, null);
        newer.Clear();
        return ReadAsync(cancellation);
    }
}

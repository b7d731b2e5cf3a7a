using System.Collections.Immutable;
using Cutover.Engine.Comments;
using Cutover.Engine.Decisions;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>One page of a run's decision log. The newest page follows the run; older ones stand still.</summary>
public sealed class DecisionPage(long run, RunArchive archive, RunComments comments, OpenDecisions open)
{
    public const int Size = 25;

    private readonly Stack<long?> newer = new();
    private long? before;

    public ImmutableArray<DecisionView> Rows { get; private set; } = [];

    /// <summary>All comments on the run, oldest first.</summary>
    public ImmutableArray<CommentView> Comments { get; private set; } = [];

    /// <summary>The rows of the page, the newest first, with the comments between them unless something is looked for.</summary>
    public ImmutableArray<LogEntry> Entries => LogEntry.Of(Rows, Filter.IsNarrow ? [] : Comments, before, HasOlder);

    /// <summary>The rows that are open.</summary>
    public OpenDecisions Open => open;

    /// <summary>What is looked for; at first all but the heartbeat.</summary>
    public DecisionFilter Filter { get; private set; } = new(NotableOnly: true);


    public bool IsNewest => before is null;

    public bool HasOlder { get; private set; }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        var asked = (before, Filter);
        var rows = await archive.DecisionsAsync(run, before, Filter, Size + 1, cancellation);
        Comments = await comments.ListAsync(run, cancellation);
        if (asked != (before, Filter))
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

    public Task ShowAsync(DecisionFilter filter, CancellationToken cancellation)
    {
        (Filter, before) = (filter, null);
        newer.Clear();
        return ReadAsync(cancellation);
    }
}

using System.Collections.Immutable;
using Cutover.Engine.Decisions;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>
/// The page of a run's decision log that one person looks at. The newest page follows the run; older ones stand still. What everybody sees at
/// first comes with the run's readings; what this person looks for is read for them alone.
/// </summary>
public sealed class DecisionPage(long run, RunArchive archive, OpenDecisions open)
{
    private readonly Stack<long?> newer = new();
    private long? before;
    private RunReading? latest;

    public LogPage Shown { get; private set; } = LogPage.Empty;

    /// <summary>All comments on the run, oldest first.</summary>
    public ImmutableArray<CommentView> Comments => latest?.Comments ?? [];

    /// <summary>The rows that are open.</summary>
    public OpenDecisions Open => open;

    /// <summary>What is looked for; at first all but the heartbeat.</summary>
    public DecisionFilter Filter { get; private set; } = LogPage.AtFirst;

    public bool IsNewest => before is null;

    /// <summary>Goes on with the run.</summary>
    public Task ShowAsync(RunReading reading, CancellationToken cancellation)
    {
        var isMoved = reading.Run?.Summary.Sequence != latest?.Run?.Summary.Sequence || Comments != reading.Comments;
        latest = reading;
        return IsAtFirst || isMoved ? ReadAsync(cancellation) : Task.CompletedTask;
    }

    public Task OlderAsync(CancellationToken cancellation)
    {
        if (Shown.HasOlder)
        {
            newer.Push(before);
            before = Shown.Rows[^1].Sequence;
        }

        return ReadAsync(cancellation);
    }

    public Task NewerAsync(CancellationToken cancellation)
    {
        before = newer.TryPop(out var page) ? page : null;
        return ReadAsync(cancellation);
    }

    public Task LookForAsync(DecisionFilter filter, CancellationToken cancellation)
    {
        (Filter, before) = (filter, null);
        newer.Clear();
        return ReadAsync(cancellation);
    }

    private bool IsAtFirst => IsNewest && Filter == LogPage.AtFirst;

    private async Task ReadAsync(CancellationToken cancellation)
    {
        if (IsAtFirst && latest is not null)
        {
            Shown = latest.Log;
            return;
        }

        var asked = (before, Filter);
        var read = await archive.DecisionsAsync(run, before, Filter, LogPage.Size + 1, cancellation);
        // Else the person turned the page meanwhile: that reading counts.
        if (asked == (before, Filter))
        {
            Shown = LogPage.Of(read, Filter.IsNarrow ? [] : Comments, before).Unless(Shown);
        }
    }
}

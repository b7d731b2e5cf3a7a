using System.Collections.Immutable;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>A row of the log: a decision, or what somebody wrote after it.</summary>
public sealed record LogEntry(DecisionView? Decision, CommentView? Comment)
{
    /// <summary>
    /// Decisions and comments of one page together, the newest first; each comment stands above the decision that it was written after.
    /// </summary>
    /// <param name="rows">The decisions of the page, the newest first.</param>
    /// <param name="comments">All of the run, oldest first.</param>
    /// <param name="before">The page begins below this decision; null for the newest page.</param>
    /// <param name="hasOlder">Further decisions follow on the next page, and the comments on them with them.</param>
    public static ImmutableArray<LogEntry> Of(
        ImmutableArray<DecisionView> rows, ImmutableArray<CommentView> comments, long? before, bool hasOlder)
    {
        var entries = ImmutableArray.CreateBuilder<LogEntry>(rows.Length);
        var left = new Stack<CommentView>(comments.Where(comment => before is null || comment.After < before));
        foreach (var row in rows)
        {
            while (left.TryPeek(out var comment) && comment.After >= row.Sequence)
            {
                entries.Add(new LogEntry(null, left.Pop()));
            }

            entries.Add(new LogEntry(row, null));
        }

        return hasOlder ? entries.ToImmutable() : [.. entries, .. left.Select(comment => new LogEntry(null, comment))];
    }
}

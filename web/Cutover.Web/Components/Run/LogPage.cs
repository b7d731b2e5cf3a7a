using System.Collections.Immutable;
using Cutover.Engine.Decisions;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>Decisions that stand on one page of the log, and what stands between them.</summary>
/// <param name="Rows">The decisions, the newest first.</param>
/// <param name="Entries">The same with the comments between them.</param>
/// <param name="HasOlder">Whether further decisions follow on the next page.</param>
public sealed record LogPage(ImmutableArray<DecisionView> Rows, ImmutableArray<LogEntry> Entries, bool HasOlder)
{
    /// <summary>How many decisions a page has.</summary>
    public const int Size = 25;

    /// <summary>What a page shows until something else is looked for: all but the heartbeat.</summary>
    public static DecisionFilter AtFirst { get; } = new(NotableOnly: true);

    public static LogPage Empty { get; } = new([], [], false);

    /// <summary>The entries in words.</summary>
    public ImmutableArray<LogLine> Lines { get; } = [.. Entries.Select(entry => new LogLine(entry))];

    /// <param name="read">The newest first, one more than a page has where there are as many.</param>
    /// <param name="comments">Those that may stand between them, oldest first.</param>
    /// <param name="before">The page begins below this decision; null for the newest page.</param>
    public static LogPage Of(ImmutableArray<DecisionView> read, ImmutableArray<CommentView> comments, long? before)
    {
        ImmutableArray<DecisionView> rows = [.. read.Take(Size)];
        var hasOlder = read.Length > Size;
        return new LogPage(rows, LogEntry.Of(rows, comments, before, hasOlder), hasOlder);
    }

    /// <summary>The earlier one if it says the same.</summary>
    public LogPage Unless(LogPage before) => before.HasOlder == HasOlder && before.Entries.SequenceEqual(Entries) ? before : this;
}

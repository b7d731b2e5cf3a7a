using System.Collections.Immutable;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;

namespace Cutover.Web.Components.Run;

/// <summary>
/// What all pages of a run show, as one reading of the database gave it, which so never is what was not committed. Nothing in it changes, and
/// what is as it was in the reading before is the same object.
/// </summary>
/// <param name="Number">Greater than that of every reading before it.</param>
/// <param name="Now">When it is shown: ages are counted from here.</param>
public sealed record RunReading(long Number, DateTimeOffset Now)
{
    /// <summary>The run as last read; null before, and when there is none of this number.</summary>
    public RunView? Run { get; init; }

    /// <summary>When it was last read; null before.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Why the latest reading failed; null when it did not. What was read before stays.</summary>
    public string? Error { get; init; }

    public bool IsUnknown => ReadAt is not null && Run is null;

    /// <summary>Where the run has left its plan; null before it was read.</summary>
    public RunDifferencesView? Differences { get; init; }

    /// <summary>The newest decisions, without the heartbeat.</summary>
    public LogPage Log { get; init; } = LogPage.Empty;

    /// <summary>All comments on the run, oldest first.</summary>
    public ImmutableArray<CommentView> Comments { get; init; } = [];

    /// <summary>What the charts of the gates cover.</summary>
    public ChartSpan Span { get; init; }

    public ImmutableArray<GateCourse> Gates { get; init; } = [];

    public ImmutableArray<string> GateNames { get; init; } = [];

    /// <summary>What the zones' name servers answered last; null before they were asked.</summary>
    public AnswerView? Answered { get; init; }

    /// <summary>What the playbook's resolvers answered, oldest first.</summary>
    public ImmutableArray<AnswerView> OfResolvers { get; init; } = [];

    public ShareCourse Shares { get; init; } = ShareCourse.None;
}

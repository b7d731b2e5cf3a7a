using System.Collections.Immutable;
using Cutover.Engine.Views;
using Cutover.Lab;
using Cutover.Web.Components.Shares;

namespace Cutover.Web.Components.Charts;

/// <summary>Asked weight against the shares that really are, over time.</summary>
/// <param name="Samples">Of the lab, oldest first.</param>
/// <param name="Answers">What the name servers answered, oldest first.</param>
/// <param name="Counted">What the stacks' own statistics said, oldest first.</param>
public sealed record ShareCourse(
    ImmutableArray<ShareSample> Samples, ImmutableArray<AnswerView> Answers, ImmutableArray<ConnectionSample> Counted, ChartSpan Span)
{
    public static ShareCourse None { get; } = new([], [], [], default);

    public bool IsEmpty => Samples.IsEmpty && Answers.IsEmpty && Counted.IsEmpty;

    /// <summary>The real shares; null where nothing measures them.</summary>
    public LabShares? Latest => Samples.IsEmpty ? null : Samples[^1].Shares;

    /// <summary>Made once for all pages that draw it.</summary>
    public PlotModel Plot { get; } = SharePlot.Of(Samples, Answers, Counted, Span);

    /// <summary>The same as numbers, the newest first; made anew each time, for those few who look at them.</summary>
    public ImmutableArray<ShareRow> Rows => ShareRow.Of(Plot);
}

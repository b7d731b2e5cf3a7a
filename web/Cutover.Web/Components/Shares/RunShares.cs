using System.Collections.Immutable;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;
using Cutover.Web.Components.Run;
using Cutover.Web.Hosting;

namespace Cutover.Web.Components.Shares;

/// <summary>How the real shares of a run came about: by the lab's samples, or by the stacks' own statistics.</summary>
public sealed class RunShares(ShareHistory sampled, ConnectionHistory counted, LabHosting lab)
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(1);

    /// <param name="answers">What the name servers answered, oldest first.</param>
    /// <param name="span">What the other charts cover.</param>
    /// <param name="before">Stays if nothing came to it.</param>
    public ShareCourse Of(
        RunSummaryView run, ImmutableArray<AnswerView> answers, ChartSpan span, DateTimeOffset now, ShareCourse before)
    {
        var lately = Lately(run, now);
        var samples = lab.World is null ? [] : sampled.Between(lately.From, lately.To);
        var own = samples.IsEmpty ? span : lately;
        var connections = counted.Of(run.Id, own.From);
        return IsAsBefore(before, samples, connections) && before.Answers == answers && (!samples.IsEmpty || before.Span == own)
            ? before
            : new ShareCourse(samples, answers, connections, own);
    }

    // What the lab shows now says nothing about a run that ended some time ago.
    private static ChartSpan Lately(RunSummaryView run, DateTimeOffset now) =>
        VerdictWindow.UpTo(run.EndedAt is { } ended && now - ended > Afterwards ? ended + Afterwards : now, run);

    private static bool IsAsBefore(ShareCourse before, ImmutableArray<ShareSample> samples, ImmutableArray<ConnectionSample> connections) =>
        before.Samples.LastOrDefault() == samples.LastOrDefault() && before.Counted.LastOrDefault() == connections.LastOrDefault();
}

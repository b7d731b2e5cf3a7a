using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>
/// Events of one stack since the run began to look: in pieces as far back as the longest window goes, and all together. It is made of
/// what verdicts store, so it comes back after a restart. Immutable.
/// </summary>
/// <param name="Recent">Oldest first.</param>
/// <param name="Spent">What counts against the run's budget.</param>
/// <param name="Observed">The time that those events were seen in; without what nobody watched.</param>
/// <param name="Looks">How often something was added: the test pays for each.</param>
public sealed record BurnCounts(ImmutableArray<EventCount> Recent, Tally Spent, TimeSpan Observed, int Looks)
{
    // Fine enough for five minutes, and few enough for six hours.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(10);

    public static BurnCounts None { get; } = new([], default, TimeSpan.Zero, 0);

    /// <summary>End of the newest piece; null before there is one.</summary>
    public DateTimeOffset? Until => Recent.IsEmpty ? null : Recent[^1].To;

    /// <summary>What was counted before is not counted twice.</summary>
    public BurnCounts With(EventCount count) => count.From < Until || count.To <= count.From ? this : new(
        Laid(count),
        count.IsFree ? Spent : Spent + count.Events,
        count.IsFree ? Observed : Observed + (count.To - count.From),
        Looks + 1);

    /// <summary>The newest events; a piece that lies in the window in part is in it.</summary>
    public BurnWindow Over(TimeSpan window)
    {
        var (events, from) = (default(Tally), Until);
        for (var k = Recent.Length - 1; k >= 0 && Recent[k].To > Until - window; k--)
        {
            (events, from) = (events + Recent[k].Events, Recent[k].From);
        }

        var seen = Until - from ?? TimeSpan.Zero;
        return new(window, seen < window ? seen : window, events);
    }

    private ImmutableArray<EventCount> Laid(EventCount count)
    {
        if (!Recent.IsEmpty && Recent[^1] is var last && last.To == count.From && count.To - last.From <= Grain)
        {
            return Recent.SetItem(
                Recent.Length - 1, last with { To = count.To, Bad = last.Bad + count.Bad, Total = last.Total + count.Total });
        }

        var oldest = count.To - BurnWindows.Slow.Whole;
        return [.. Recent.SkipWhile(piece => piece.To <= oldest), count];
    }
}

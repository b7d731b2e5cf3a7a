namespace Cutover.Core.StackStatistics;

/// <summary>
/// How many WebSockets end in the ordinary course. Those that stay end in proportion to how many are open; those that begin and end between
/// two looks (a probe's handshakes) end at a pace of their own, however few are left beside them.
/// </summary>
/// <param name="EachPerMinute">Ended per open WebSocket and minute, since the first look.</param>
/// <param name="PerMinute">Ended in a minute, over the last minutes.</param>
public sealed record UsualEnds(double EachPerMinute, double PerMinute)
{
    /// <summary>Long enough to count some ends, short enough to follow a stack that is being left.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const long FewestEnded = 10;

    /// <summary>Null before enough have ended to tell.</summary>
    /// <param name="history">What was seen of one instance.</param>
    public static UsualEnds? Of(InstanceHistory history)
    {
        if (history.Points is not [.., { Ended: >= FewestEnded, ResidentMinutes: > 0 } last])
        {
            return null;
        }

        var first = history.Points.First(point => last.At - point.At <= Window);
        var minutes = (last.At - first.At).TotalMinutes;
        return new UsualEnds(last.Ended / last.ResidentMinutes, minutes > 0 ? (last.Ended - first.Ended) / minutes : 0);
    }

    /// <summary>The most that are expected to end: whichever of the two paces tells of more.</summary>
    /// <param name="open">Open at the beginning.</param>
    /// <param name="minutes">How long.</param>
    public double Expected(long open, double minutes) => Math.Max(EachPerMinute * open, PerMinute) * minutes;
}

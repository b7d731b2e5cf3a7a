using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>How far back a gate has to see.</summary>
internal static class SeriesRequests
{
    /// <summary>All that can still matter: from a window that ends as long ago as data may be old, to the last finished period.</summary>
    /// <param name="since">What a burn has counted up to: as long as its longest window it goes back there, after nobody watched.</param>
    public static SeriesRequest Recent(Gate gate, Stack stack, DateTimeOffset now, DateTimeOffset since)
    {
        var (recent, oldest) = (
            now - gate.Window - gate.Freshness - ((CloudWatchSource)gate.Source).Period, now - BurnWindows.Slow.Whole);
        return Of(gate, stack, since >= recent ? recent : since > oldest ? since : oldest, now);
    }

    /// <summary>Every period that lies in the given time, and the one that it begins in.</summary>
    public static SeriesRequest Of(Gate gate, Stack stack, DateTimeOffset from, DateTimeOffset to)
    {
        var source = (CloudWatchSource)gate.Source;
        return new SeriesRequest(
            source.About(stack, gate.Kind), source.Period, PeriodGrid.Begin(from, source.Period), PeriodGrid.Begin(to, source.Period));
    }
}

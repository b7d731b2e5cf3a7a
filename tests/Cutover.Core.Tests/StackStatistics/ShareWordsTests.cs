using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using static Cutover.Core.Tests.StackStatistics.Samples;

namespace Cutover.Core.Tests.StackStatistics;

public sealed class ShareWordsTests
{
    [Fact]
    public void Bounds_are_written_where_they_differ()
    {
        Assert.Equal("31.3 %", ShareWords.Resident(Shares(31.25m, 31.25m, 31.25m)));
        Assert.Equal("30-33.5 %", ShareWords.Resident(Shares(31, 30, 33.5m)));
        Assert.Equal("not known", ShareWords.Resident(Shares(null, 0, 100)));
    }

    [Fact]
    public void Times_say_as_much_as_is_known()
    {
        Assert.Equal("expected at 03:20 UTC (03:15-04:00)", When(20, 15, 60));
        Assert.Equal("expected at 03:01:30 UTC (03:01:00-03:02:00)", When(1.5, 1, 2));
        Assert.Equal("expected at 2026-05-05 03:00 UTC (23:59 at the earliest)", When(1440, 1259, null));
        Assert.Equal("reached", ShareWords.When(new ShareReached(), Begin));
        Assert.Equal("not to be reached: no", ShareWords.When(new ShareNever("no"), Begin));
        Assert.Equal("nobody knows when: yet", ShareWords.When(new ShareUnknown("yet"), Begin));
    }

    private static string When(double likely, double earliest, double? latest) => ShareWords.When(
        new ShareExpected(At(60 * likely), At(60 * earliest), latest is { } minutes ? At(60 * minutes) : null), Begin);

    private static TrafficShares Shares(decimal? resident, decimal low, decimal high) => new(
        Begin, null, resident is { } share ? new Share(share) : null, new Share(low), new Share(high), 10, new Churn(0, 0), []);
}

using Cutover.Core.Gates;

namespace Cutover.Core.Tests.Gates;

public sealed class ArrivalsTests
{
    [Theory]
    [InlineData("", null, "nobody looked")]
    [InlineData("60:900", null, "what was there at the first look may have been there for long")]
    [InlineData("60:180 60:190 60:200", null, "nothing arrived since")]
    [InlineData("60:180 120:235", 115, "from the end of the period until it was seen")]
    [InlineData("60:180 120:235 120:300", 115, "once seen it is not late again")]
    [InlineData("60:180 120:235 180:400 240:350", 220, "the latest of several")]
    [InlineData("60:180 120:235 60:300", 115, "an answer that shows less than the one before")]
    public void Lateness_is_measured_from_first_sight(string seen, int? late, string why)
    {
        var arrivals = seen.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(look => look.Split(':').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray())
            .Aggregate(Arrivals.None, (known, look) => known.Seen(At(look[0]), At(look[1])));
        Assert.True(arrivals.Lateness?.TotalSeconds == late, why);
    }

    [Fact]
    public void Only_the_ten_latest_arrivals_count()
    {
        var arrivals = Arrivals.None.Seen(At(0), At(500)).Seen(At(60), At(900));
        for (var period = 2; period < 12; period++)
        {
            Assert.Equal(840, arrivals.Lateness?.TotalSeconds);
            arrivals = arrivals.Seen(At(60 * period), At((60 * period) + 120));
        }

        Assert.Equal((120d, 10), (arrivals.Lateness?.TotalSeconds, arrivals.Recent.Length));
    }

    [Fact]
    public void A_verdict_says_how_old_its_data_is_and_how_late_it_has_been()
    {
        var measured = new Measured(At(0), At(60), 1, 5, []) { Lateness = TimeSpan.FromSeconds(115) };

        var judged = GateJudge.Judge(
            SamplePlans.Errors with { Freshness = TimeSpan.FromMinutes(5) },
            SamplePlans.Stacks,
            GateReadings.None.With(SamplePlans.Errors, measured, measured with { Lateness = null }),
            At(190));

        Assert.Equal(
            "Errors on Envoy: 1 (n = 5) meets < 5: Passed (the newest data ended 2m10s ago, and lately came up to 1m55s late)",
            judged.Target.Words);
        Assert.Equal((TimeSpan.FromSeconds(115), null), (judged.Target.Lateness, judged.Source!.Lateness));
        Assert.Equal("Errors on HAProxy: 1 (n = 5) meets < 5: Passed", judged.Source.Words);
    }

    [Theory]
    [InlineData(7, "11:58:00")]
    [InlineData(1, "12:00:00")]
    [InlineData(60, "12:00:00")]
    [InlineData(1440, "00:00:00")]
    public void Periods_begin_at_multiples_of_themselves_since_1970(int minutes, string begin)
    {
        var at = PeriodGrid.Begin(At(30), TimeSpan.FromMinutes(minutes));
        Assert.Equal(begin, at.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, at.ToUnixTimeSeconds() % (60 * minutes));
    }

    private static DateTimeOffset At(int seconds) => SamplePlans.Noon.AddSeconds(seconds);
}

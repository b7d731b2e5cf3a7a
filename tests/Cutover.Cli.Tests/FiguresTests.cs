using Cutover.Cli.Terminal;
using Cutover.Cli.Watching;

namespace Cutover.Cli.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(45, "45 s")]
    [InlineData(59.6, "1 min")]
    [InlineData(80, "1 min 20 s")]
    [InlineData(7200, "2 h")]
    [InlineData(11_100, "3 h 5 min")]
    [InlineData(180_000, "50 h")]
    [InlineData(-3, "0 s")]
    public void A_duration_is_written_in_two_units_at_most(double seconds, string expected) =>
        Assert.Equal(expected, Figures.Duration(seconds));

    [Theory]
    [InlineData(0.1, "10 %")]
    [InlineData(0.00390625, "0.39 %")]
    public void A_share_is_written_in_percent(double share, string expected) => Assert.Equal(expected, Figures.Share(share));

    [Fact]
    public void Words_of_others_cannot_steer_the_terminal() => Assert.Equal("a [31m b", Figures.OneLine("a\u001b[31m\nb"));

    [Fact]
    public void Tries_come_at_growing_distances_up_to_ten_seconds_and_begin_anew_after_a_success()
    {
        var backoff = Backoff.OfTheHost;
        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 10, 10], Enumerable.Range(0, 8).Select(_ => backoff.Next().TotalSeconds));
        backoff.Reset();
        Assert.Equal((0.25, true), (backoff.Next().TotalSeconds, backoff.IsHiccup));
    }
}

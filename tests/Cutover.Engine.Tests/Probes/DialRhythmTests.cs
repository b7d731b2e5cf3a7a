using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

public sealed class DialRhythmTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_hundred_dials_take_a_hundred_steps(double jitter)
    {
        var rhythm = new DialRhythm(10, jitter, _time, new Random(1));
        for (var i = 0; i < 100; i++)
        {
            _time.Advance(rhythm.UntilNext());
        }

        Assert.InRange((_time.GetUtcNow() - _time.Start).TotalSeconds, 10, 10.1);
    }

    [Fact]
    public void Time_lost_is_not_made_up_for_by_a_burst()
    {
        var rhythm = new DialRhythm(10, 0, _time, new Random(1));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.Zero, rhythm.UntilNext());
        Assert.Equal(TimeSpan.FromMilliseconds(100), rhythm.UntilNext());
    }
}

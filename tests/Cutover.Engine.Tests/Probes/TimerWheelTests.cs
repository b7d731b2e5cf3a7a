using CsCheck;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

public sealed class TimerWheelTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly TimerWheel _wheel;

    public TimerWheelTests() => _wheel = new TimerWheel(_time);

    public void Dispose() => _wheel.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(10_239)]
    [InlineData(10_240)]
    [InlineData(3_600_000)]
    public void A_timer_is_called_once_not_before_its_time_and_within_two_ticks(int milliseconds)
    {
        var timer = new Alarm(_time);
        _wheel.Schedule(timer, TimeSpan.FromMilliseconds(milliseconds));
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds) + (2 * TimerWheel.Tick));
        _time.Advance(TimeSpan.FromHours(2));
        var late = Assert.Single(timer.Calls) - _time.Start - TimeSpan.FromMilliseconds(milliseconds);
        Assert.InRange(late, TimeSpan.Zero, 2 * TimerWheel.Tick);
    }

    [Fact]
    public void Any_mixture_of_setting_moving_and_cancelling_calls_what_hangs_and_nothing_else() =>
        Gen.Select(Gen.Int[0, 30_000], Gen.Int[-1, 30_000]).Array[1, 50].Sample(plan =>
        {
            var time = new FakeTimeProvider();
            using var wheel = new TimerWheel(time);
            var alarms = plan.Select(_ => new Alarm(time)).ToArray();
            foreach (var (alarm, (first, _)) in alarms.Zip(plan))
            {
                wheel.Schedule(alarm, TimeSpan.FromMilliseconds(first));
            }

            foreach (var (alarm, (_, second)) in alarms.Zip(plan))
            {
                Move(wheel, alarm, second);
            }

            Pass(time, seconds: 31);
            foreach (var (alarm, (_, second)) in alarms.Zip(plan))
            {
                Assert.Equal(second < 0 ? 0 : 1, alarm.Calls.Count);
                Assert.All(alarm.Calls, at => Assert.InRange((at - time.Start).TotalMilliseconds - second, 0, 20));
            }
        });

    [Fact]
    public void A_timer_may_set_itself_anew()
    {
        var ticking = new Ticking(_wheel);
        _wheel.Schedule(ticking, TimeSpan.Zero);
        Pass(_time, seconds: 10);
        Assert.InRange(ticking.Calls, 90, 101);
    }

    // In small steps: the fake clock shows timers the end of a long one only.
    private static void Pass(FakeTimeProvider time, int seconds)
    {
        for (var step = 0; step < seconds * 200; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(5));
        }
    }

    private static void Move(TimerWheel wheel, Alarm alarm, int milliseconds)
    {
        if (milliseconds < 0)
        {
            wheel.Cancel(alarm);
        }
        else
        {
            wheel.Schedule(alarm, TimeSpan.FromMilliseconds(milliseconds));
        }
    }

    private sealed class Alarm(FakeTimeProvider time) : WheelTimer
    {
        public List<DateTimeOffset> Calls { get; } = [];

        protected internal override void OnDue() => Calls.Add(time.GetUtcNow());
    }

    private sealed class Ticking(TimerWheel wheel) : WheelTimer
    {
        public int Calls { get; private set; }

        protected internal override void OnDue()
        {
            Calls++;
            wheel.Schedule(this, TimeSpan.FromMilliseconds(100));
        }
    }
}

using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Probes;

public sealed class HeldWindowTests
{
    private static readonly HeldEnd Reset = new(HeldEndKind.Reset);
    private readonly FakeTimeProvider _time = new();
    private readonly ProbeWindow _window;

    public HeldWindowTests() => _window = new ProbeWindow(_time);

    [Fact]
    public void Drops_are_counted_of_the_average_held()
    {
        Hold(10);
        Advance(10);
        _window.RecordHeldEnd(Reset);
        Advance(5);
        _window.RecordHeld();
        Advance(5);
        // Ten held for 15 s of the last 20, nine for 5: 9.75 on average.
        var reading = Last(20, ProbeMeasure.HeldDropRate)!;
        Assert.Equal(100 / 9.75, reading.Value, 6);
        Assert.Equal((11, 1, 9.75), (reading.Samples, reading.Counted, reading.Of));
    }

    [Fact]
    public void Held_connections_that_nothing_happens_to_are_samples_of_zero()
    {
        Hold(10);
        Advance(60);
        var reading = Last(15, ProbeMeasure.HeldDropRate)!;
        Assert.Equal((0, 10), (reading.Value, reading.Samples));
        Assert.Equal(15, reading.Points.Length);
        Assert.Equal((0, 10), (Last(15, ProbeMeasure.AbnormalCloses)!.Value, Last(15, ProbeMeasure.AbnormalCloses)!.Samples));
    }

    [Theory]
    [InlineData(HeldEndKind.CloseFrame, 1000, 1, 0)]
    [InlineData(HeldEndKind.CloseFrame, 1001, 1, 0)]
    [InlineData(HeldEndKind.CloseFrame, 1005, 1, 1)]
    [InlineData(HeldEndKind.CloseFrame, 1011, 1, 1)]
    [InlineData(HeldEndKind.Fin, null, 1, 1)]
    [InlineData(HeldEndKind.Reset, null, 1, 1)]
    [InlineData(HeldEndKind.Silence, null, 1, 1)]
    [InlineData(HeldEndKind.Violation, null, 1, 1)]
    [InlineData(HeldEndKind.Broken, null, 1, 1)]
    [InlineData(HeldEndKind.Released, null, 0, 0)]
    public void Ends_are_drops_and_abnormal_by_their_kind(HeldEndKind kind, int? code, int drops, int abnormal)
    {
        Hold(2);
        Advance(10);
        _window.RecordHeldEnd(new HeldEnd(kind, code));
        Advance(5);
        Assert.Equal(drops, Last(15, ProbeMeasure.HeldDropRate)!.Counted);
        Assert.Equal(abnormal, Last(15, ProbeMeasure.AbnormalCloses)!.Value);
        Assert.Equal(1, _window.HeldNow);
    }

    [Fact]
    public void Connections_that_drop_again_and_again_are_at_most_all_of_them()
    {
        Hold(1);
        for (var i = 0; i < 5; i++)
        {
            Advance(1);
            _window.RecordHeldEnd(Reset);
            _window.RecordHeld();
        }

        Advance(1);
        var reading = Last(6, ProbeMeasure.HeldDropRate)!;
        Assert.Equal((100, 5), (reading.Value, reading.Counted));
    }

    [Fact]
    public void A_stack_that_nothing_can_be_held_on_drops_all()
    {
        Hold(1);
        _window.RecordHeldEnd(Reset);
        Advance(30);
        _window.RecordHoldFailure();
        Advance(1);
        _window.RecordHoldFailure();
        var reading = Last(15, ProbeMeasure.HeldDropRate)!;
        Assert.Equal((100, 2), (reading.Value, reading.Samples));
        Assert.Null(Last(15, ProbeMeasure.AbnormalCloses));
    }

    [Fact]
    public void What_was_held_is_remembered_beyond_the_retention()
    {
        Hold(10);
        Advance(ProbeWindow.Retention.TotalSeconds * 2);
        _window.RecordHeldEnd(Reset);
        var reading = Last(10, ProbeMeasure.HeldDropRate)!;
        Assert.Equal(10, reading.Value, 6);
    }

    [Fact]
    public void Time_before_the_window_began_does_not_thin_the_average()
    {
        Advance(0.001);
        Hold(10);
        Advance(1.999);
        _window.RecordHeldEnd(Reset);
        Assert.InRange(Last(15, ProbeMeasure.HeldDropRate)!.Of, 9.9, 10);
    }

    private void Hold(int connections)
    {
        for (var i = 0; i < connections; i++)
        {
            _window.RecordHeld();
        }
    }

    private void Advance(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private ProbeReading? Last(double seconds, ProbeMeasure measure) =>
        _window.Measure(measure, _time.GetUtcNow().AddSeconds(-seconds), _time.GetUtcNow());
}

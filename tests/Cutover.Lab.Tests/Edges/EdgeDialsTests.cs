using Cutover.Lab.Edges;

namespace Cutover.Lab.Tests.Edges;

public sealed class EdgeDialsTests
{
    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void A_percentage_outside_its_range_is_refused_and_changes_nothing(double value)
    {
        var dials = new EdgeDials();

        Assert.Throws<ArgumentOutOfRangeException>(() => dials.RefuseHandshakes = value);
        Assert.Throws<ArgumentOutOfRangeException>(() => dials.DropHeld = value);
        Assert.Equal(EdgeDialSettings.Healthy, dials.Settings);
    }

    [Fact]
    public void A_latency_is_neither_negative_nor_over_a_minute()
    {
        var dials = new EdgeDials();

        Assert.Throws<ArgumentOutOfRangeException>(() => dials.AddedLatency = TimeSpan.FromTicks(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => dials.AddedLatency = TimeSpan.FromSeconds(60.001));
    }

    [Fact]
    public void Changed_is_raised_for_a_turn_and_not_for_the_same_value_again()
    {
        var dials = new EdgeDials();
        var turns = 0;
        dials.Changed += (_, _) => turns++;

        dials.Stalled = true;
        dials.Stalled = true;
        dials.Settings = EdgeDialSettings.Healthy;

        Assert.Equal(2, turns);
    }

    [Fact]
    public void Turns_of_different_dials_at_once_do_not_undo_each_other()
    {
        var dials = new EdgeDials();

        Parallel.Invoke(
            () => Repeat(i => dials.DropHeld = i % 101),
            () => Repeat(i => dials.RefuseHandshakes = i % 101));

        Assert.Equal((1000 % 101, 1000 % 101), (dials.DropHeld, dials.RefuseHandshakes));
    }

    private static void Repeat(Action<int> turn)
    {
        for (var i = 1; i <= 1000; i++)
        {
            turn(i);
        }
    }
}

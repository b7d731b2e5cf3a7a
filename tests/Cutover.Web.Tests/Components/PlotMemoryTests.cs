using Cutover.Web.Components.Charts;

namespace Cutover.Web.Tests.Components;

public sealed class PlotMemoryTests
{
    private readonly PlotMemory memory = new();

    [Fact]
    public void Only_what_is_new_is_sent_after_the_first_time()
    {
        Assert.Equal([1, 2], Values(memory.Take(Model((1, 1), (2, 2)))));

        var update = memory.Take(Model((1, 1), (2, 2), (3, 3)));

        Assert.False(update.Whole);
        Assert.Equal([3], Values(update));
        Assert.Empty(Values(memory.Take(Model((2, 2), (3, 3)))));
    }

    [Fact]
    public void A_point_that_was_stored_late_has_the_line_sent_anew()
    {
        memory.Take(Model((1, 1), (3, 3)));

        var update = memory.Take(Model((1, 1), (2, 2), (3, 3)));

        Assert.True(update.Whole);
        Assert.Equal([1, 2, 3], Values(update));
    }

    [Fact]
    public void A_line_that_was_not_there_before_has_all_sent_anew()
    {
        memory.Take(Model((1, 1)));

        var update = memory.Take(Model((1, 1)) with { Series = [.. Model((1, 1)).Series, new PlotSeries("other", "source", [])] });

        Assert.True(update.Whole);
    }

    private static double?[] Values(PlotUpdate update) => update.Y[0];

    private static PlotModel Model(params (int Second, double Value)[] points) => new(
        new ChartFrame(SampleRuns.Noon, SampleRuns.Noon.AddMinutes(1), 0, 10),
        [new PlotSeries("line", "target", [.. points.Select(point => new ChartPoint(SampleRuns.Noon.AddSeconds(point.Second), point.Value))])],
        "in words");
}

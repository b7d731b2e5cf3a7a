using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class ThinningTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Thinning _thinning = new(perSecond: 100);

    [Theory]
    [InlineData(10, 10)]
    [InlineData(100, 100)]
    [InlineData(1_000, 100)]
    [InlineData(19_000, 100)]
    public void From_the_second_second_on_about_so_many_are_kept(int perSecond, int kept)
    {
        Second(0, perSecond);
        Assert.InRange(Second(1, perSecond), kept, kept * 1.1);
        Assert.InRange(Second(2, perSecond), kept, kept * 1.1);
    }

    [Fact]
    public void After_a_lull_every_sample_counts_again()
    {
        Second(0, 10_000);
        Assert.Equal(50, Second(5, 50));
    }

    private int Second(int second, int samples) => Enumerable.Range(0, samples)
        .Count(i => _thinning.Keeps(Start.AddSeconds(second + ((double)i / samples))));
}

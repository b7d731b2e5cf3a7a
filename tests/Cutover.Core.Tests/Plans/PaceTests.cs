using Cutover.Core.Plans;

namespace Cutover.Core.Tests.Plans;

public sealed class PaceTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 16)]
    [InlineData(6, 20)]
    [InlineData(1_000_000, 20)]
    public void The_wait_doubles_up_to_the_longest(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Pace.Default.RetryAfter(attempts));
}

using Cutover.Engine.Notifications.Delivery;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>How long a channel is left alone.</summary>
public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(1, 0.0, null, 1)]
    [InlineData(1, 1.0, null, 2)]
    [InlineData(2, 1.0, null, 4)]
    [InlineData(5, 0.5, null, 24)]
    [InlineData(10, 1.0, null, 900)]
    [InlineData(100, 1.0, null, 900)]
    [InlineData(100, 0.0, null, 450)]
    [InlineData(1, 1.0, 30, 30)]
    [InlineData(10, 1.0, 30, 900)]
    [InlineData(1, 1.0, 86400, 3600)]
    [InlineData(1, 1.0, -5, 2)]
    public void It_doubles_has_a_limit_and_a_random_half_and_respects_what_was_asked(int failures, double luck, int? asked, double seconds) =>
        Assert.Equal(
            seconds, RetryDelay.After(failures, asked is { } wish ? TimeSpan.FromSeconds(wish) : null, luck).TotalSeconds, tolerance: 0.001);
}

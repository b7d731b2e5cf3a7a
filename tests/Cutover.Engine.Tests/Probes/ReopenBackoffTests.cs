using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

public sealed class ReopenBackoffTests
{
    private static readonly ProbeOptions Options = new()
    {
        ReopenDelay = TimeSpan.FromSeconds(1),
        MaxReopenDelay = TimeSpan.FromSeconds(5),
    };

    [Fact]
    public void The_wait_lies_in_the_upper_half_of_a_bound_that_doubles_up_to_its_maximum()
    {
        var backoff = new ReopenBackoff(Options, new Random(7));
        Assert.All([1.0, 2, 4, 5, 5], bound => Assert.InRange(backoff.Next().TotalSeconds, bound / 2, bound));
    }

    [Fact]
    public void A_connection_of_use_starts_it_over()
    {
        var backoff = new ReopenBackoff(Options, new Random(7));
        backoff.Next();
        backoff.Next();
        backoff.Reset();
        Assert.InRange(backoff.Next().TotalSeconds, 0.5, 1);
    }
}

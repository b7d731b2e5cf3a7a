using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Budget;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Aws.Budget;

public sealed class AdaptiveRateTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly RequestBudget budget;

    public AdaptiveRateTests() => budget = new RequestBudget(5, time);

    [Fact]
    public void Throttling_halves_the_rate_which_comes_back_one_by_one()
    {
        budget.Throttled();

        Assert.Equal(2, budget.Rate);
        Assert.Equal([2, 3, 4, 5, 5], Enumerable.Range(0, 5).Select(_ => RateAfter(AdaptiveRate.Recovery - TimeSpan.FromSeconds(0.1))));
    }

    [Fact]
    public void Requests_that_are_throttled_together_halve_it_once_and_it_never_falls_below_two()
    {
        budget.Throttled();
        time.Advance(AdaptiveRate.Recovery * 2);
        Assert.Equal(4, budget.Rate);

        budget.Throttled();
        budget.Throttled();
        Assert.Equal(2, budget.Rate);
        time.Advance(TimeSpan.FromSeconds(2));
        budget.Throttled();
        Assert.Equal(2, budget.Rate);
    }

    [Fact]
    public void Another_throttling_puts_off_the_recovery()
    {
        budget.Throttled();
        time.Advance(AdaptiveRate.Recovery - TimeSpan.FromSeconds(1));
        budget.Throttled();

        Assert.Equal(2, RateAfter(AdaptiveRate.Recovery - TimeSpan.FromSeconds(1)));
        Assert.Equal(3, RateAfter(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_rollback_goes_before_everything_at_the_low_rate_as_well()
    {
        budget.Throttled();
        var normal = Enumerable.Range(0, 4).Select(_ => Take(CallPriority.Normal)).ToList();
        var urgent = Take(CallPriority.Urgent);

        Assert.Equal([true, false, false, false], normal.Select(task => task.IsCompleted));
        Assert.True(urgent.IsCompletedSuccessfully);
        Assert.Equal((3, 0), (budget.Waiting(CallPriority.Normal), budget.Waiting(CallPriority.Urgent)));
    }

    [Fact]
    public void A_budget_of_one_stays_one()
    {
        using var single = new RequestBudget(1, time);
        single.Throttled();

        Assert.Equal(1, single.Rate);
    }

    public void Dispose() => budget.Dispose();

    private int RateAfter(TimeSpan wait)
    {
        time.Advance(wait);
        return budget.Rate;
    }

    private Task Take(CallPriority priority) => budget.TakeAsync(priority, TestContext.Current.CancellationToken);
}

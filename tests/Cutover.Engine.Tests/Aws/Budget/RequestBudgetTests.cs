using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Budget;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Aws.Budget;

public sealed class RequestBudgetTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly RequestBudget budget;

    public RequestBudgetTests() => budget = new RequestBudget(5, time);

    [Fact]
    public void The_last_token_is_kept_for_an_urgent_request()
    {
        var normal = Enumerable.Range(0, 5).Select(_ => Take(CallPriority.Normal)).ToList();
        var urgent = Take(CallPriority.Urgent);

        Assert.Equal([true, true, true, true, false], normal.Select(task => task.IsCompleted));
        Assert.True(urgent.IsCompletedSuccessfully);
    }

    [Fact]
    public void An_urgent_request_goes_before_all_normal_ones_that_wait()
    {
        using var single = new RequestBudget(1, time);
        var first = single.TakeAsync(CallPriority.Normal, TestContext.Current.CancellationToken);
        var normal = single.TakeAsync(CallPriority.Normal, TestContext.Current.CancellationToken);
        var urgent = single.TakeAsync(CallPriority.Urgent, TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal((true, false, true), (first.IsCompleted, normal.IsCompleted, urgent.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.True(normal.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_no_token_and_lets_the_next_one_through()
    {
        using var leave = new CancellationTokenSource();
        var taken = Enumerable.Range(0, 5).Select(_ => Take(CallPriority.Urgent)).ToList();
        var leaving = budget.TakeAsync(CallPriority.Urgent, leave.Token);
        var staying = Take(CallPriority.Normal);

        await leave.CancelAsync();
        time.Advance(TimeSpan.FromSeconds(1.1));

        Assert.All(taken, task => Assert.True(task.IsCompletedSuccessfully));
        Assert.True(leaving.IsCanceled);
        Assert.True(staying.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_wait_that_is_cancelled_already_takes_nothing()
    {
        var cancelled = Enumerable.Range(0, 9)
            .Select(_ => budget.TakeAsync(CallPriority.Normal, new CancellationToken(canceled: true)))
            .ToList();

        Assert.All(cancelled, task => Assert.True(task.IsCanceled));
        Assert.True(Take(CallPriority.Normal).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_still_waits_when_the_budget_is_closed_is_told()
    {
        var waiting = Enumerable.Range(0, 6).Select(_ => Take(CallPriority.Urgent)).ToList()[^1];

        budget.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    public void Dispose() => budget.Dispose();

    private Task Take(CallPriority priority) => budget.TakeAsync(priority, TestContext.Current.CancellationToken);
}

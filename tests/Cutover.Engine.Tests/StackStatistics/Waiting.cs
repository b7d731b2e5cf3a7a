namespace Cutover.Engine.Tests.StackStatistics;

/// <summary>Waits for a state of something in another process; fails after a time no healthy machine needs.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task UntilAsync(Func<Task<bool>> state, Func<string>? describe = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(Look);
        while (!await state())
        {
            Assert.False(patience.IsCancellationRequested, $"Did not come about: {describe?.Invoke() ?? "no description"}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}

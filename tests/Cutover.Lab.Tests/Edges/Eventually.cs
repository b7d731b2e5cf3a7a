using Microsoft.Extensions.Time.Testing;

namespace Cutover.Lab.Tests.Edges;

/// <summary>Waits for a state of something that moves on other threads; gives up after a time no healthy machine needs.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> state, Func<string>? describe = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var timer = new PeriodicTimer(Look);
        while (!state())
        {
            if (limit.IsCancellationRequested)
            {
                Assert.Fail($"Did not come about: {describe?.Invoke() ?? "no description"}");
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>The same, with the test's clock running on while it waits.</summary>
    public static Task TrueAsync(FakeTimeProvider clock, TimeSpan step, Func<bool> state, Func<string>? describe = null) => TrueAsync(
        () =>
        {
            if (state())
            {
                return true;
            }

            clock.Advance(step);
            return false;
        },
        describe);
}

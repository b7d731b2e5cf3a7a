using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

/// <summary>Waits for a state, and fails the test rather than hang when it never comes.</summary>
internal static class Guard
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<T> Guarded<T>(this Task<T> task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static Task Guarded(this Task task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Ends when the window's samples make the condition true.</summary>
    public static async Task Until(this ProbeWindow window, Func<bool> condition)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (condition())
            {
                met.TrySetResult();
            }
        }

        window.Sampled += Check;
        Check();
        await met.Task.Guarded();
        window.Sampled -= Check;
    }
}

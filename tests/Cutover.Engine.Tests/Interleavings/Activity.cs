namespace Cutover.Engine.Tests.Interleavings;

/// <summary>Counts the calls that are neither on the wire nor done: while there are none, nothing moves by itself.</summary>
internal sealed class Activity
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Lock gate = new();
    private int busy;
    private TaskCompletionSource? idle;

    public void Enter()
    {
        lock (gate)
        {
            busy++;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--busy == 0)
            {
                idle?.TrySetResult();
            }
        }
    }

    public Task IdleAsync()
    {
        lock (gate)
        {
            idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return busy == 0 ? Task.CompletedTask : idle.Task.WaitAsync(Patience);
        }
    }
}

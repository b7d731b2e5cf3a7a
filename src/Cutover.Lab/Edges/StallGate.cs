namespace Cutover.Lab.Edges;

/// <summary>Open on a healthy edge; while it is closed whoever wants to answer a client waits here.</summary>
internal sealed class StallGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _closed;

    public void Set(bool stalled)
    {
        lock (_lock)
        {
            if (!stalled)
            {
                _closed?.SetResult();
                _closed = null;
                return;
            }

            // Continuations of thousands of held connections must not run inside the setter of a dial.
            _closed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task PassAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _closed)?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
}

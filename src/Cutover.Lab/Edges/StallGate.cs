using System.Net.Sockets;

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

    /// <summary>Waits until the gate is open.</summary>
    /// <exception cref="IOException">The client left meanwhile. Without noticing that, a long stall would collect dead sockets.</exception>
    public Task PassAsync(Socket client, CancellationToken cancellationToken) =>
        Volatile.Read(ref _closed) is { } closed ? PassAsync(closed.Task, client, cancellationToken) : Task.CompletedTask;

    private static async Task PassAsync(Task opened, Socket client, CancellationToken cancellationToken)
    {
        while (!opened.IsCompleted && client.Available == 0)
        {
            if (HasLeft(client))
            {
                throw new IOException("The client left during the stall.");
            }

            await StirredAsync(opened, client, cancellationToken).ConfigureAwait(false);
        }

        await opened.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns when the gate opens, and on data, FIN or RST; now and then for nothing: an empty read also ends on the late notice of bytes
    /// that were read before.
    /// </summary>
    private static async Task StirredAsync(Task opened, Socket client, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stirred = client.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, over.Token).AsTask();
        await Task.WhenAny(opened, stirred).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await ((Task)stirred).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static bool HasLeft(Socket client) => client.Poll(0, SelectMode.SelectRead) && client.Available == 0;
}

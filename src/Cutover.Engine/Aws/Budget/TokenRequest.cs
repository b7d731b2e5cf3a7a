namespace Cutover.Engine.Aws.Budget;

/// <summary>One waiter for a request token. Every member is called under the budget's lock.</summary>
internal sealed class TokenRequest(LinkedList<TokenRequest> queue, CallPriority priority, long askedAt)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private LinkedListNode<TokenRequest>? place;

    public CallPriority Priority => priority;

    /// <summary>A timestamp of the budget's clock.</summary>
    public long AskedAt => askedAt;

    public CancellationTokenRegistration Cancellation { get; set; }

    public void Enqueue() => place = queue.AddLast(this);

    public void Grant()
    {
        Leave();
        // Not Dispose: that would wait for a cancellation that is itself waiting for the budget's lock.
        Cancellation.Unregister();
        TrySetResult();
    }

    /// <summary>Does nothing when the token was granted first.</summary>
    public void Abandon(CancellationToken token)
    {
        Leave();
        TrySetCanceled(token);
    }

    private void Leave()
    {
        if (place?.List is not null)
        {
            queue.Remove(place);
        }
    }
}

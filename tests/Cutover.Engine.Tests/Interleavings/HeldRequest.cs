namespace Cutover.Engine.Tests.Interleavings;

/// <summary>A request that waits to be let through.</summary>
/// <param name="Actor">Whose it is.</param>
/// <param name="Request">As it was signed; a copy of its own, since the sender may give up on it.</param>
/// <param name="Call">The call that it is part of; null for a foreigner's.</param>
internal sealed record HeldRequest(string Actor, HttpRequestMessage Request, Call? Call, DateTimeOffset Since)
{
    private readonly TaskCompletionSource<HttpResponseMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<HttpResponseMessage> Answer => answer.Task;

    public bool IsWrite => Request.Method == HttpMethod.Post;

    /// <summary>The sender has given up; the request may arrive all the same.</summary>
    public bool IsAbandoned => answer.Task.IsCanceled;

    public void Take(HttpResponseMessage response) => answer.TrySetResult(response);

    public void Break(HttpRequestError error) => answer.TrySetException(new HttpRequestException(error, error.ToString()));

    public bool Abandon(CancellationToken cancellation) => answer.TrySetCanceled(cancellation);

    public override string ToString() =>
        $"{Actor} {Request.Method} {Request.RequestUri!.AbsolutePath.TrimEnd('/').Split('/')[^1]}"
            + (IsAbandoned ? " (given up on)" : string.Empty);
}

namespace Cutover.Engine.Aws.Transport;

/// <summary>One call, before it is sent.</summary>
/// <param name="Operation">AWS's name of it.</param>
/// <param name="Path">Path and query below the service's endpoint, without a leading slash.</param>
/// <param name="Resource">What it is about, as IAM names it: an ARN, or * for operations that have none.</param>
/// <param name="Content">Makes the body anew for every try; null for a GET.</param>
/// <param name="Writes">True when a second sending could do something a first has done already.</param>
internal sealed record AwsCall(
    string Operation,
    CallPriority Priority,
    string Path,
    string Resource = "*",
    Func<HttpContent>? Content = null,
    bool Writes = false)
{
    /// <summary>The time it may take with all its tries, for whoever would rather know soon; null for its priority's.</summary>
    public TimeSpan? Within { get; init; }

    public HttpRequestMessage ToRequest(Uri endpoint) =>
        new(Content is null ? HttpMethod.Get : HttpMethod.Post, $"{endpoint.AbsoluteUri.TrimEnd('/')}/{Path}")
        {
            Content = Content?.Invoke(),
        };
}

namespace Cutover.Lab.Route53;

/// <summary>How the InvalidChangeBatch error is written. Route 53 has used both, so a client should read both.</summary>
public enum InvalidChangeBatchForm
{
    /// <summary>An <c>ErrorResponse</c> whose message is all messages in square brackets: what today's clients see.</summary>
    ErrorResponse,

    /// <summary>A document <c>InvalidChangeBatch</c> with a list <c>Messages</c>: what the API reference shows.</summary>
    Messages,
}

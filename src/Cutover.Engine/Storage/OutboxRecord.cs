using Cutover.Core.Notifications;

namespace Cutover.Engine.Storage;

/// <summary>A message to one channel, written in the transaction of the decision that it tells of. It holds no secret and no address.</summary>
public sealed class OutboxRecord
{
    public long Id { get; init; }

    /// <summary>The same at every try, so that a receiver can drop what comes twice.</summary>
    public required string MessageId { get; init; }

    /// <summary>The channel's name.</summary>
    public required string Channel { get; init; }

    public required NotificationEvent Event { get; init; }

    /// <summary>Null for a test.</summary>
    public long? RunId { get; init; }

    public string? Playbook { get; init; }

    /// <summary>The message, as written by <see cref="Cutover.Core.Runs.RunJson"/>.</summary>
    public required string Message { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required OutboxState State { get; set; }

    /// <summary>Tries so far, since it was written or last sent again.</summary>
    public required int Attempts { get; set; }

    /// <summary>When its tries began: when it was written, or sent again.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>When it came to its state; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why the latest try failed, without a secret; null where none has.</summary>
    public string? Failure { get; set; }
}

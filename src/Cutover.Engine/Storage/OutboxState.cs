namespace Cutover.Engine.Storage;

/// <summary>What became of a message to a channel.</summary>
public enum OutboxState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Waiting,

    Delivered,

    /// <summary>It is not tried any more: a dead letter, until a person sends it again or drops it.</summary>
    Dead,

    /// <summary>A person dropped it.</summary>
    Dropped,
}

namespace Cutover.Lab.Population;

/// <summary>How a connection of a client ended.</summary>
internal enum SessionEnd
{
    /// <summary>Its lifetime was over and it was closed in order.</summary>
    Lived,

    /// <summary>The edge sent a close frame.</summary>
    ClosedByEdge,

    /// <summary>It broke without a close frame: the user sees an error.</summary>
    Dropped,

    /// <summary>A message got no echo in time: the user sees an error.</summary>
    Unanswered,
}

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>What becomes of one request.</summary>
internal enum Fault
{
    None,

    /// <summary>No connection: the request certainly did not arrive.</summary>
    Unreachable,

    /// <summary>The connection ends before Route 53 acted.</summary>
    Dropped,

    /// <summary>Route 53 acts, and the response is lost.</summary>
    ResponseLost,

    /// <summary>Route 53 acts, and says 500 all the same.</summary>
    ActedButFailed,

    InternalFailure,
    ServiceUnavailable,
    Throttling,
    PriorRequestNotComplete,
}

namespace Cutover.Engine.Probes;

/// <summary>
/// Tells a peer's silence from a pause of this process (a starved machine, a virtual machine that was stopped or moved): whoever did not run
/// could not read the answer either, and must not hold that against the peer.
/// </summary>
internal static class OwnPause
{
    /// <summary>Deadlines are noticed within milliseconds by a process that runs; one that is noticed later than this has not run.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(200);

    /// <summary>True when a deadline was noticed so late that the process must have paused.</summary>
    public static bool Explains(TimeSpan elapsed, TimeSpan deadline) => elapsed > deadline + Tolerance;
}

namespace Cutover.Engine.Probes;

/// <summary>Times the phases of one dial on a <see cref="TimeProvider"/>'s timestamps.</summary>
internal sealed class PhaseClock(TimeProvider time)
{
    private readonly TimeSpan[] _spans = new TimeSpan[5];
    private long _entered = time.GetTimestamp();

    public DialPhase Phase { get; private set; } = DialPhase.Resolve;

    public void Enter(DialPhase phase)
    {
        Settle();
        Phase = phase;
    }

    /// <summary>Closes the current phase at this moment.</summary>
    public DialTimings Stop()
    {
        Settle();
        return new DialTimings(_spans[0], _spans[1], _spans[2], _spans[3], _spans[4]);
    }

    private void Settle()
    {
        var now = time.GetTimestamp();
        _spans[(int)Phase] += time.GetElapsedTime(_entered, now);
        _entered = now;
    }
}

namespace Cutover.Engine.Probes;

/// <summary>Something that falls due on a <see cref="TimerWheel"/>; hangs on one wheel, and at most once.</summary>
internal abstract class WheelTimer
{
    internal WheelTimer? Next { get; set; }

    internal WheelTimer? Previous { get; set; }

    /// <summary>The tick it falls due in; negative while it hangs on no wheel.</summary>
    internal long DueTick { get; set; } = -1;

    /// <summary>
    /// Called without the wheel's lock on the thread that turns it, where everything else waits behind it. A timer that is cancelled while
    /// its tick is under way may still be called.
    /// </summary>
    protected internal abstract void OnDue();
}

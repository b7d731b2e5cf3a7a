namespace Cutover.Lab.Route53.Wire;

/// <summary>The emulator's own clock: the lab's, off by as much as its dial says.</summary>
internal sealed class EmulatorClock(TimeProvider time, Route53Faults faults) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + faults.ClockOffset;
}

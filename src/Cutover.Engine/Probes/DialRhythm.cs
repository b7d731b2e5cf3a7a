namespace Cutover.Engine.Probes;

/// <summary>
/// When the dials of a steady rate are due: on an even grid, each slipping behind its place by a random part of the step.
/// </summary>
internal sealed class DialRhythm(double perSecond, double jitter, TimeProvider time, Random random)
{
    private readonly TimeSpan _step = TimeSpan.FromSeconds(1 / perSecond);
    private readonly long _begun = time.GetTimestamp();
    private long _place;

    /// <summary>
    /// How long to wait for the next dial. Places missed while the process stood still are left out: no burst makes up for them.
    /// </summary>
    public TimeSpan UntilNext()
    {
        var now = time.GetElapsedTime(_begun);
        _place = Math.Max(_place + 1, (long)(now / _step));
        var wait = (_step * (_place + jitter * random.NextDouble())) - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}

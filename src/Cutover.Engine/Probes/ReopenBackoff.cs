namespace Cutover.Engine.Probes;

/// <summary>
/// Random waits under a bound that doubles with each failure, so that holders which lost their stack together do not return together.
/// </summary>
internal sealed class ReopenBackoff(ProbeOptions options, Random random)
{
    private TimeSpan _bound = options.ReopenDelay;

    public TimeSpan Next()
    {
        // Half of the bound is fixed: a stack that accepts and drops at once must not be hammered by small draws.
        var wait = _bound * (0.5 + (0.5 * random.NextDouble()));
        _bound = _bound * 2 < options.MaxReopenDelay ? _bound * 2 : options.MaxReopenDelay;
        return wait;
    }

    public void Reset() => _bound = options.ReopenDelay;
}

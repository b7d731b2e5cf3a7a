namespace Cutover.Engine.Probes;

/// <summary>
/// Picks about so many samples a second, evenly: every k-th, with k from how many the second before had. Percentiles stay what they are,
/// and
/// the window goes back as far with thousands of connections as with ten. Not safe for concurrent use.
/// </summary>
internal sealed class Thinning(int perSecond)
{
    private DateTimeOffset _second = DateTimeOffset.MinValue;
    private int _seen;
    private int _step = 1;

    /// <summary>Whether the sample of this moment is one to keep.</summary>
    public bool Keeps(DateTimeOffset at)
    {
        if (at - _second >= TimeSpan.FromSeconds(1))
        {
            var isNext = at - _second < TimeSpan.FromSeconds(2);
            (_step, _second, _seen) = (isNext ? Math.Max(1, _seen / perSecond) : 1, at, 0);
        }

        return _seen++ % _step == 0;
    }
}

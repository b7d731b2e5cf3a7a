using System.Collections.Immutable;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Gates;

/// <summary>Wakes somebody whenever a probe has a new sample.</summary>
internal sealed class SampleWatch : IDisposable
{
    private readonly ImmutableArray<StackProbe> probes;
    private readonly SemaphoreSlim woken;

    /// <param name="probes">Whose samples.</param>
    /// <param name="woken">Released once, however many samples came since it was last entered; its most is 1.</param>
    public SampleWatch(ImmutableArray<StackProbe> probes, SemaphoreSlim woken)
    {
        (this.probes, this.woken) = (probes, woken);
        foreach (var probe in probes)
        {
            probe.Window.Sampled += Wake;
        }
    }

    public void Dispose()
    {
        foreach (var probe in probes)
        {
            probe.Window.Sampled -= Wake;
        }
    }

    private void Wake()
    {
        try
        {
            if (woken.CurrentCount == 0)
            {
                woken.Release();
            }
        }
        catch (Exception late) when (late is SemaphoreFullException or ObjectDisposedException)
        {
            // Another sample was quicker, or nobody waits any more.
        }
    }
}

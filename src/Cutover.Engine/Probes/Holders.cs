using System.Collections.Immutable;
using Cutover.Core.Survival;

namespace Cutover.Engine.Probes;

/// <summary>All connections held to one stack.</summary>
internal sealed class Holders
{
    private const int Many = 1_000;
    private readonly Holding _holding;
    private readonly ImmutableArray<Holder> _holders;
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;
    private int _toTry;

    public Holders(Holding holding, WebSocketDialer dialer, CancellationToken stop)
    {
        (_holding, Dialer, Stop) = (holding, dialer, stop);
        Limit = new ConnectLimit(holding.Options.ConnectsPerSecond, holding.Options.MaxConcurrentDials, holding.Time);
        _toTry = holding.Options.Holders;
        _holders = [.. Enumerable.Range(0, holding.Options.Holders).Select(_ => new Holder(holding, this))];
    }

    public WebSocketDialer Dialer { get; }

    public ConnectLimit Limit { get; }

    /// <summary>How long the connections lived that are held no more.</summary>
    public EndedLives Ended { get; } = new();

    /// <summary>Cancelled when the probe stops.</summary>
    public CancellationToken Stop { get; }

    /// <summary>How long connections have lived so far, those that are open included.</summary>
    public SurvivalReport Survival() => SurvivalReport.Of(
        [.. Ended.All(), .. _holders.Select(holder => holder.Age).OfType<TimeSpan>().Select(age => new HeldLife(age))]);

    public void Begin()
    {
        foreach (var holder in _holders)
        {
            holder.Begin(_holding.Options.OpenSpread * _holding.Random.NextDouble());
        }
    }

    /// <summary>Closes all connections in order, each within <see cref="ProbeOptions.CloseGrace"/>.</summary>
    public async Task ReleaseAsync()
    {
        foreach (var holder in _holders)
        {
            holder.Release();
        }

        await (_holders.IsEmpty ? Task.CompletedTask : _gone.Task);
    }

    /// <summary>
    /// A holder has tried to open its connection for the first time. What thousands of dials leave behind is as much as all connections
    /// take,
    /// and nothing else would make the runtime return it for hours: a held connection allocates next to nothing.
    /// </summary>
    public void Tried()
    {
        if (Interlocked.Decrement(ref _toTry) == 0 && _holders.Length >= Many)
        {
            Task.Run(() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));
        }
    }

    /// <summary>A holder has nothing open any more, and never will.</summary>
    public void Left()
    {
        if (Interlocked.Increment(ref _left) == _holders.Length)
        {
            _gone.SetResult();
        }
    }
}

using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics;

/// <summary>Both stacks of a run, looked at until this is disposed: where new connections go, and where the open ones are.</summary>
internal sealed class ConnectionClock : IAsyncDisposable
{
    /// <summary>Over which the share of new connections is taken: long enough to smooth a TTL of a minute.</summary>
    public static readonly TimeSpan NewWindow = TimeSpan.FromMinutes(2);

    /// <summary>Over which the churn is taken: ends are few when connections last for hours.</summary>
    public static readonly TimeSpan ChurnWindow = InstanceHistory.Kept;

    public ConnectionClock(StackWatch watch, Stacks stacks)
    {
        (Source, Target) = (watch.Watch(stacks.Source), watch.Watch(stacks.Target));
        Source.Looked += OnLooked;
        Target.Looked += OnLooked;
    }

    /// <summary>What the run's own probes add to each stack at this moment.</summary>
    public Func<StackRole, OwnConnections> Own { get; init; } = _ => OwnConnections.None;

    /// <summary>Raised after each look at an instance of either stack, on the thread that looked: to be left at once.</summary>
    public event Action? Counted;

    public WatchedStack Source { get; }

    public WatchedStack Target { get; }

    public WatchedStack this[StackRole role] => role == StackRole.Source ? Source : Target;

    /// <summary>The shares as they stand now; new connections over <see cref="NewWindow"/>, churn over <see cref="ChurnWindow"/>.</summary>
    public TrafficShares Read()
    {
        var (source, target) = (Own(StackRole.Source), Own(StackRole.Target));
        TrafficShares Over(TimeSpan window) =>
            TrafficShares.Of(Source.Read(window).Without(source), Target.Read(window).Without(target));

        return Over(NewWindow) with { Churn = Over(ChurnWindow).Churn };
    }

    public async ValueTask DisposeAsync()
    {
        Source.Looked -= OnLooked;
        Target.Looked -= OnLooked;
        await Source.DisposeAsync();
        await Target.DisposeAsync();
    }

    private void OnLooked() => Counted?.Invoke();
}

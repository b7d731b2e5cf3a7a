using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics;

/// <summary>One stack whose instances are looked at until this is disposed. Safe to read from any thread.</summary>
internal sealed class WatchedStack : IAsyncDisposable
{
    private readonly Stack stack;
    private readonly ImmutableArray<InstanceWatch> instances;
    private readonly StackWatch owner;
    private readonly TimeProvider time;
    private int left;

    internal WatchedStack(Stack stack, ImmutableArray<InstanceWatch> instances, StackWatch owner, TimeProvider time)
    {
        (this.stack, this.instances, this.owner, this.time) = (stack, instances, owner, time);
        foreach (var instance in instances)
        {
            instance.Looked += OnLooked;
        }
    }

    /// <summary>Raised after each look at one of the instances, on the thread that looked: to be left at once.</summary>
    public event Action? Looked;

    /// <summary>What has been seen, one history for each endpoint of the playbook.</summary>
    public ImmutableArray<InstanceHistory> Histories => [.. instances.Select(instance => instance.History)];

    /// <summary>True once every instance has been looked at, whether it was seen or not.</summary>
    public bool HasLooked => instances.All(instance => instance.History.Since is not null);

    /// <summary>The stack as it stands now.</summary>
    /// <param name="window">Over which rates and churn are taken; up to <see cref="InstanceHistory.Kept"/>.</param>
    public StackReading Read(TimeSpan window) => StackReading.Of(Histories, time.GetUtcNow(), window);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref left, 1) == 1)
        {
            return;
        }

        foreach (var instance in instances)
        {
            instance.Looked -= OnLooked;
        }

        await owner.LeaveAsync(stack);
    }

    private void OnLooked() => Looked?.Invoke();
}

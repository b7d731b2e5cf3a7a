using System.Collections.Immutable;

namespace Cutover.Core.StackStatistics;

/// <summary>
/// What has been seen of one instance, look by look. Counters that begin anew (a restart, a reload, a hot restart's next epoch) go on from
/// where they stood, a process that comes back goes on from its own last sample, and an instance out of sight keeps what it had.
/// </summary>
/// <param name="Instance">Its address, as the playbook writes it.</param>
public sealed record InstanceHistory(string Instance)
{
    /// <summary>How long looks are kept: a window can be no longer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // An address behind which processes take turns: how many are remembered, so that each goes on from its own counters.
    private const int MostProcesses = 4;

    /// <summary>One for each look that saw it, oldest first.</summary>
    public ImmutableArray<InstancePoint> Points { get; init; } = [];

    /// <summary>The newest sample of each process, the newest last.</summary>
    public ImmutableArray<InstanceSample> Processes { get; init; } = [];

    /// <summary>Backends that lost their connections together.</summary>
    public ImmutableArray<BackendLoss> Losses { get; init; } = [];

    /// <summary>When a process took the place of another.</summary>
    public ImmutableArray<DateTimeOffset> Restarts { get; init; } = [];

    /// <summary>The first look, whether it saw anything or not; null before it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The first of the looks in vain since it was last seen; null while it is seen.</summary>
    public InstanceUnseen? Unseen { get; init; }

    /// <summary>The newest sample; null when it was never seen.</summary>
    public InstanceSample? Last => Processes.IsEmpty ? null : Processes[^1];

    /// <summary>The history with one more look. Looks come in the order of time.</summary>
    public InstanceHistory Take(InstanceLook look) => look switch
    {
        InstanceSeen seen => Take(seen.Sample),
        InstanceUnseen unseen => this with { Since = Since ?? unseen.At, Unseen = Unseen ?? unseen },
        _ => throw new ArgumentOutOfRangeException(nameof(look)),
    };

    private InstanceHistory Take(InstanceSample sample)
    {
        var earlier = Processes.LastOrDefault(sample.Continues);
        var losses = earlier is null ? [] : BackendLosses.Find(earlier, sample, UsualEnds.Of(this));
        return this with
        {
            Since = Since ?? sample.At,
            Unseen = null,
            Processes = Remember(earlier, sample),
            Points = [.. Points.Where(point => sample.At - point.At <= Kept), Next(earlier, sample, losses)],
            Losses = [.. Losses.Where(loss => sample.At - loss.At <= Kept), .. losses],
            Restarts = IsAnother(earlier) ? [.. Restarts.Where(at => sample.At - at <= Kept), sample.At] : Restarts,
        };
    }

    private bool IsAnother(InstanceSample? earlier) => Last is not null && !ReferenceEquals(earlier, Last);

    private ImmutableArray<InstanceSample> Remember(InstanceSample? earlier, InstanceSample sample)
    {
        var others = earlier is null ? Processes : Processes.Remove(earlier);
        return [.. others.TakeLast(MostProcesses - 1), sample];
    }

    private InstancePoint Next(InstanceSample? earlier, InstanceSample sample, ImmutableArray<BackendLoss> losses)
    {
        if (Points.IsEmpty)
        {
            return new InstancePoint(sample.At, StackCounters.Zero, 0, 0);
        }

        var last = Points[^1];
        var counted = earlier is not null ? sample.Counters.Minus(earlier.Counters)
            : sample.MayHaveBegunAfter(last.At) ? sample.Counters
            : StackCounters.Zero;
        var next = last with { At = sample.At, Totals = last.Totals.Plus(counted) };
        return earlier is null || !losses.IsEmpty ? next : next with
        {
            Ended = last.Ended + Math.Max(0, earlier.Open + counted.Upgrades - sample.Open),
            ResidentMinutes = last.ResidentMinutes + ((earlier.Open + sample.Open) / 2.0 * (sample.At - earlier.At).TotalMinutes),
        };
    }
}

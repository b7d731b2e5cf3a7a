using System.Collections.Immutable;

namespace Cutover.Core.StackStatistics;

/// <summary>All instances of a stack together, at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Window">The time over which rates and churn are taken.</param>
/// <param name="Instances">One for each endpoint of the playbook, in its order.</param>
/// <param name="Counted">What the instances counted in the window; those that were out of sight all the time are missing from it.</param>
/// <param name="Rates">Per second; each instance over the part of the window in which it was seen.</param>
/// <param name="Churn">Of the WebSockets of this stack, over the window.</param>
/// <param name="Losses">Backends that lost their connections together in the window.</param>
/// <param name="Gaps">What is missing or doubtful, in sentences for people; empty when nothing is.</param>
public sealed record StackReading(
    DateTimeOffset At,
    TimeSpan Window,
    ImmutableArray<InstanceReading> Instances,
    ImmutableArray<WindowCount> Counted,
    StackRates Rates,
    Churn Churn,
    ImmutableArray<BackendLoss> Losses,
    ImmutableArray<string> Gaps)
{
    /// <summary>An instance whose newest look is older than this is out of sight.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);

    /// <summary>True when every instance was seen just now.</summary>
    public bool IsWhole => !Instances.IsEmpty && Instances.All(instance => instance.IsSeen);

    /// <summary>Of the open WebSockets, those that Cutover's own probes hold: they are not counted.</summary>
    public long Own { get; init; }

    /// <summary>WebSockets of clients open on the instances in sight.</summary>
    public long Open => Math.Max(0, Instances.Where(instance => instance.IsSeen).Sum(instance => instance.Open) - Own);

    /// <summary>
    /// WebSockets that may be open on instances out of sight and in former processes. They are never taken for gone.
    /// </summary>
    public double OpenUnseen => Instances.Sum(instance => instance.OpenElsewhere + (instance.IsSeen ? 0 : instance.Open));

    /// <summary>Puts the histories of a stack's instances together.</summary>
    /// <param name="histories">One for each endpoint.</param>
    /// <param name="now">The moment.</param>
    /// <param name="window">Over which rates and churn are taken; at most <see cref="InstanceHistory.Kept"/>.</param>
    public static StackReading Of(ImmutableArray<InstanceHistory> histories, DateTimeOffset now, TimeSpan window)
    {
        var counted = histories.Select(history => WindowCount.Of(history, now - window, now)).OfType<WindowCount>().ToImmutableArray();
        var churn = new Churn(counted.Sum(count => count.Ended), counted.Sum(count => count.ResidentMinutes));
        return new StackReading(
            now,
            window,
            [.. histories.Select(history => Read(history, now, churn))],
            counted,
            StackRates.Of(counted),
            churn,
            [.. histories.SelectMany(history => history.Losses).Where(loss => loss.At > now - window)],
            [.. histories.SelectMany(history => StackGaps.Of(history, now, window))]);
    }

    /// <summary>The same without the connections of Cutover's own probes, as far as they can be told.</summary>
    public StackReading Without(OwnConnections own)
    {
        var covered = Counted.Select(count => count.Covered).DefaultIfEmpty().Max();
        return this with
        {
            Own = own.Held,
            Rates = Rates with { Upgrades = Math.Max(0, Rates.Upgrades - own.HandshakesPerSecond) },
            Churn = new Churn(
                Math.Max(0, Churn.Ended - (own.HandshakesPerSecond * covered.TotalSeconds)),
                Math.Max(0, Churn.ResidentMinutes - (own.Held * covered.TotalMinutes))),
        };
    }

    private static InstanceReading Read(InstanceHistory history, DateTimeOffset now, Churn churn)
    {
        var last = history.Last;
        var seen = last is not null && history.Unseen is null && now - last.At <= Stale;
        var elsewhere = last is { PredecessorLivesOn: true } ? history.Processes[..^1] : [];
        return new InstanceReading(
            history.Instance,
            seen,
            last?.At,
            last?.Process,
            last?.Uptime,
            last?.Open ?? 0,
            elsewhere.Sum(former => former.Open * Surviving(now - former.At, churn)));
    }

    private static double Surviving(TimeSpan time, Churn churn) => Math.Exp(-(churn.PerMinute ?? 0) * time.TotalMinutes);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>
/// Two Cutovers, an overwriter as Terraform is one, a deleting script, a third sibling and a bad network on one pair: 10,000 histories with
/// CUTOVER_LONG=1. CUTOVER_SEED plays one and tells it.
/// </summary>
public sealed class InterleavingTests(ITestOutputHelper output)
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("CUTOVER_LONG") == "1" ? 10_000 : 100;
    private static readonly string? OnlySeed = Environment.GetEnvironmentVariable("CUTOVER_SEED");

    [Fact]
    public async Task No_interleaving_writes_what_nobody_asked_for_overwrites_a_foreign_change_or_loses_a_sibling()
    {
        var tally = new Tally();
        var (first, count) = OnlySeed is null ? (1, Histories) : (int.Parse(OnlySeed, CultureInfo.InvariantCulture), 1);
        var began = Stopwatch.GetTimestamp();
        var breaches = new ConcurrentBag<Breach>();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            TestContext.Current.CancellationToken,
            async (seed, _) =>
            {
                if (await History.PlayAsync(seed, tally) is { } breach)
                {
                    breaches.Add(breach);
                }
            });

        output.WriteLine($"{count} histories in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s{Environment.NewLine}{tally}");
        Assert.True(breaches.IsEmpty, Words(breaches));
        Assert.True(OnlySeed is not null || tally["drifts seen"] > count / 10, "too little happened");
    }

    [Fact]
    public async Task A_seed_always_gives_the_same_history()
    {
        Assert.Equal(await History.TellAsync(7), await History.TellAsync(7));
    }

    private static string Words(IEnumerable<Breach> breaches)
    {
        var bySeed = breaches.OrderBy(breach => breach.Seed).ToList();
        var shown = bySeed.Take(20).Select(breach => $"seed {breach.Seed}: {breach.Words}");
        var told = bySeed.Take(1).Select(breach => breach.Told);
        return string.Join(Environment.NewLine, [$"{bySeed.Count} histories broke a rule", .. shown, .. told]);
    }
}

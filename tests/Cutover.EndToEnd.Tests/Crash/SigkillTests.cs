using System.Collections.Concurrent;
using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;

namespace Cutover.EndToEnd.Tests.Crash;

/// <summary>The host process is killed at random moments of a run: 3 times, or with CUTOVER_LONG=1 50 times.</summary>
[Collection<OwnHosts>]
public sealed class SigkillTests
{
    private const int Seed = 53;
    private const int KillsARun = 3;
    private const int AtOnce = 3;

    private static readonly RunPhase[] Forward = [RunPhase.Applying, RunPhase.Syncing, RunPhase.Settling, RunPhase.Baking];
    private static readonly RunPhase[] Back =
    [
        RunPhase.RollbackApplying,
        RunPhase.RollbackSyncing,
        RunPhase.RollbackVerifying,
        RunPhase.RollbackSettling,
    ];
    private static readonly Moment[] Healthy =
    [
        new Moment(1, RunPhase.Preflight),
        .. Forward.Select(phase => new Moment(1, phase)),
        .. Forward.Select(phase => new Moment(2, phase)),
    ];
    private static readonly Moment[] Refusing = [.. Forward.Concat(Back).Select(phase => new Moment(1, phase))];

    [Fact]
    public async Task A_run_ends_as_it_should_however_often_its_host_is_killed()
    {
        var kills = Environment.GetEnvironmentVariable("CUTOVER_LONG") == "1" ? 50 : 3;
        var reports = new ConcurrentBag<KillReport>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Plan(kills), parallel, async (run, token) =>
        {
            foreach (var report in await RunAsync(run.Number, run.Kills, run.Refuses, token))
            {
                reports.Add(report);
            }
        });

        foreach (var report in reports.OrderBy(report => report.Run))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        }

        Assert.Equal(kills, reports.Count);
    }

    // Two kills in the first run and one in the second, or three in each: healthy and refusing targets take turns.
    private static IEnumerable<(int Number, (Moment, TimeSpan)[] Kills, bool Refuses)> Plan(int kills)
    {
        var dice = new Random(Seed);
        var most = kills > KillsARun ? KillsARun : 2;
        for (var number = 1; kills > 0; number++)
        {
            var refuses = number % 2 == 0;
            var count = Math.Min(most, kills);
            var moments = dice.GetItems(refuses ? Refusing : Healthy, count).Order();
            yield return (number, [.. moments.Select(moment => (moment, TimeSpan.FromMilliseconds(dice.Next(1, 250))))], refuses);
            kills -= count;
        }
    }

    private static async Task<IReadOnlyList<KillReport>> RunAsync(
        int number, (Moment, TimeSpan)[] kills, bool refuses, CancellationToken cancellation)
    {
        try
        {
            return await new KilledRun(number, kills, refuses, cancellation).RunAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new InvalidOperationException($"run {number}, killed at {string.Join(", ", kills)}: {failure.Message}", failure);
        }
    }
}

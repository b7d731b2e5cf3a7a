using System.Collections.Concurrent;

namespace Cutover.Engine.Tests.Crash;

/// <summary>The engine dies at the boundaries of its commits: a sample of them, or with CUTOVER_LONG=1 every one.</summary>
public sealed class CrashTests
{
    private const int AtOnce = 8;
    private const int Seed = 20;
    private static readonly CrashCase[] Kinds = [new(0, false, false), new(0, true, false), new(0, false, true), new(0, true, true)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_ends_as_it_should_wherever_its_engine_dies()
    {
        if (Environment.GetEnvironmentVariable("CUTOVER_LONG") == "1")
        {
            await DieEverywhereAsync();
            return;
        }

        var dice = new Random(Seed);
        await DieAtAsync(Kinds.Select(kind => kind with { Commit = dice.Next(1, 25) }));
    }

    private static async Task DieEverywhereAsync()
    {
        foreach (var kind in Kinds)
        {
            var first = 1;
            while (await DieAtAsync(Enumerable.Range(first, AtOnce).Select(commit => kind with { Commit = commit })))
            {
                first += AtOnce;
            }
        }
    }

    // True when every engine died: there may be further commits.
    private static async Task<bool> DieAtAsync(IEnumerable<CrashCase> cases)
    {
        var reports = new ConcurrentBag<CrashReport>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation };
        await Parallel.ForEachAsync(cases, parallel, async (crash, token) => reports.Add(await RunAsync(crash, token)));
        foreach (var report in reports.OrderBy(report => report.Case.Commit))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        }

        return reports.All(report => report.Died);
    }

    private static async Task<CrashReport> RunAsync(CrashCase crash, CancellationToken cancellation)
    {
        try
        {
            return await new CrashRun(crash, cancellation).RunAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{crash}: {failure.Message}", failure);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Bench;

/// <summary>
/// A database of many runs that are over, each with plan and state as large as real ones: how long does a page of the history take, in how
/// many queries, and how many bytes come out of the database?
/// </summary>
internal static class HistoryBench
{
    private const int PageSize = 50;
    private const int Rounds = 50;

    public static async Task<int> RunAsync(int runs)
    {
        var folder = Directory.CreateTempSubdirectory("cutover-history");
        try
        {
            var reading = new CountedReading(Path.Combine(folder.FullName, "cutover.db"));
            await FillAsync(reading, runs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs, {PageSize} a page, {Rounds} rounds each"));
            Console.WriteLine($"{"",-34} {"queries",8} {"bytes",10} {"median ms",10} {"worst ms",10}");
            foreach (var (name, filter, before) in Pages(runs))
            {
                await MeasureAsync(reading, name, filter, before);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static IEnumerable<(string Name, RunFilter Filter, long? Before)> Pages(int runs) =>
    [
        ("newest page", RunFilter.Everything, null),
        ("last page", RunFilter.Everything, PageSize),
        ("one in ten: rolled back", new RunFilter(Phase: RunPhase.RolledBack), null),
        ("text that is in one run", new RunFilter(Text: string.Create(CultureInfo.InvariantCulture, $"reason {runs / 2} ")), null),
        ("text that is in none", new RunFilter(Text: "nobody wrote this"), null),
        ("who acted, one in a hundred", new RunFilter(Who: "person 7"), null),
    ];

    private static async Task MeasureAsync(CountedReading reading, string name, RunFilter filter, long? before)
    {
        var history = new RunHistory(reading, new RunArchive(reading, new LiveReadings(), TimeProvider.System));
        var times = new List<double>();
        reading.Begin();
        for (var round = 0; round <= Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await history.OpenAsync(filter, CancellationToken.None);
            await history.PageAsync(filter, before, PageSize, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            reading.End();
        }

        // The first round compiled and counted the queries.
        var warm = times.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34} {reading.Queries,8} {reading.Bytes,10} {warm[warm.Count / 2],10:0.00} {warm[^1],10:0.00}"));
    }

    private static async Task FillAsync(CountedReading reading, int runs)
    {
        await using var context = reading.CreateDbContext();
        await context.BringUpToDateAsync();
        var large = new string('x', 20_000);
        for (var run = 1; run <= runs; run++)
        {
            context.Runs.Add(Run(run, large));
            context.RunLines.Add(Line(run));
            if (run % 500 == 0)
            {
                await context.SaveChangesAsync();
                context.ChangeTracker.Clear();
            }
        }

        await context.SaveChangesAsync();
    }

    private static RunRecord Run(int run, string large) => new()
    {
        Id = run, Playbook = "wss-primary", PlaybookText = large[..2000], Plan = large, State = large, Phase = End(run), IsOpen = false, Sequence = 500,
        StartedBy = Who(run), StartedAt = At(run), EndedAt = At(run).AddHours(1),
    };

    private static RunLineRecord Line(int run)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"reason {run} of a usual length, with a ticket");
        return new RunLineRecord
        {
            RunId = run, Playbook = "wss-primary", SourceName = "HAProxy", TargetName = "Envoy", Phase = End(run), IsOpen = false, Step = 3, Steps = 6,
            Share = 0.5, StartedBy = Who(run), StartedAt = At(run), EndedAt = At(run).AddHours(1), Reason = reason, Why = null,
            People = $"\n{Who(run)}\n", Search = $"#{run}\nwss-primary\nhaproxy\nenvoy\n{Who(run)}\n{reason}\n",
        };
    }

    private static RunPhase End(int run) => run % 10 == 0 ? RunPhase.RolledBack : RunPhase.Completed;

    private static string Who(int run) => string.Create(CultureInfo.InvariantCulture, $"person {run % 100}");

    private static DateTimeOffset At(int run) => DateTimeOffset.UnixEpoch.AddHours(run);
}

using System.Diagnostics;
using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Bench;

/// <summary>
/// One run with very many stored verdicts, ten a second for five gates: how long do the readings of its page take, in how many queries, and
/// how many bytes come out of the database?
/// </summary>
internal static class RunPageBench
{
    private const int Rounds = 20;
    private const int EachSecond = 10;
    private const int Most = 20_000;

    private static readonly string[] Gates = ["gate 0", "gate 1", "gate 2", "gate 3", "gate 4"];

    public static async Task<int> RunAsync(int verdicts)
    {
        var folder = Directory.CreateTempSubdirectory("cutover-run-page");
        try
        {
            var reading = new CountedReading(Path.Combine(folder.FullName, "cutover.db"));
            await FillAsync(reading, verdicts);
            var archive = new RunArchive(reading, new LiveReadings(), TimeProvider.System);
            var end = DateTimeOffset.UnixEpoch.AddSeconds(verdicts / EachSecond);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdicts} verdicts, {Rounds} rounds each"));
            Console.WriteLine($"{"",-34} {"rows",8} {"queries",8} {"bytes",10} {"median ms",10} {"worst ms",10}");
            await MeasureAsync(reading, "opened: ten minutes", () => ReadAsync(archive, Gates, end.AddMinutes(-10)));
            await MeasureAsync(reading, "following: ten seconds", () => ReadAsync(archive, Gates, end.AddSeconds(-10)));
            await MeasureAsync(reading, "ten seconds, gates not named", () => ReadAsync(archive, null, end.AddSeconds(-10)));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<int> ReadAsync(RunArchive archive, string[]? gates, DateTimeOffset since)
    {
        var verdicts = await archive.VerdictsAsync(1, gates, since, Most, CancellationToken.None);
        await archive.AnswersAsync(1, since, Most, CancellationToken.None);
        await archive.DecisionsAsync(1, null, true, 26, CancellationToken.None);
        return verdicts.Length;
    }

    private static async Task MeasureAsync(CountedReading reading, string name, Func<Task<int>> read)
    {
        var (times, rows) = (new List<double>(), 0);
        reading.Begin();
        for (var round = 0; round <= Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            rows = await read();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            reading.End();
        }

        // The first round compiled and counted the queries.
        var warm = times.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34} {rows,8} {reading.Queries,8} {reading.Bytes,10} {warm[warm.Count / 2],10:0.00} {warm[^1],10:0.00}"));
    }

    private static async Task FillAsync(CountedReading reading, int verdicts)
    {
        await using var context = reading.CreateDbContext();
        await context.BringUpToDateAsync();
        context.Runs.Add(new RunRecord
        {
            Id = 1, Playbook = "wss-primary", PlaybookText = "", Plan = "", State = "", Phase = RunPhase.Baking, IsOpen = true, Sequence = 1,
            StartedBy = "the bench", StartedAt = DateTimeOffset.UnixEpoch,
        });
        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlInterpolatedAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {verdicts})
            INSERT INTO Verdicts (RunId, Sequence, Gate, Stack, At, Verdict, Value, Samples, DataFrom, DataTo, Objective, Words, Measurements)
            SELECT 1, i, 'gate ' || (i / 2 % 5), CASE i % 2 WHEN 0 THEN 'Target' ELSE 'Source' END, {DateTimeOffset.UnixEpoch.UtcTicks} + (i + 1) * {TimeSpan.TicksPerSecond / EachSecond},
              'Passed', 99.9, 100, {DateTimeOffset.UnixEpoch.UtcTicks}, {DateTimeOffset.UnixEpoch.UtcTicks}, '>= 99.5 %', 'gate on Envoy: 99.9 % (n = 100) meets >= 99.5 %: Passed', '[]'
            FROM n
            """);
    }
}

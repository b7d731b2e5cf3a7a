using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Tests.Plans;
using Cutover.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Storage;

/// <summary>A migrated database file without an engine on it.</summary>
internal sealed class StorageBench : IDbContextFactory<CutoverContext>, IAsyncDisposable
{
    /// <summary>A time that no rounding leaves as it is.</summary>
    public static readonly DateTimeOffset Now = new(new DateTime(2026, 3, 14, 12, 0, 0).AddTicks(1_234_567), TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");
    private readonly DbContextOptions<CutoverContext> options;

    private StorageBench()
    {
        var builder = new DbContextOptionsBuilder<CutoverContext>();
        EngineServices.UseSqlite(builder, File);
        builder.AddInterceptors(Commits);
        options = builder.Options;
        Journal = new RunJournal(this);
    }

    public string File => Path.Combine(folder.FullName, "cutover.db");

    /// <summary>Can make a commit fail.</summary>
    public FailingCommit Commits { get; } = new();

    public RunJournal Journal { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StorageBench> CreateAsync()
    {
        var bench = new StorageBench();
        await FreshDatabase.PutAsync(bench.File);
        return bench;
    }

    public CutoverContext CreateDbContext() => new(options);

    /// <summary>Writes a run that was just started.</summary>
    public Task<OpenRun> StartRunAsync()
    {
        var (plan, started) = (SamplePlan.Make(), new StartedEvent("alice", "it is time"));
        return Journal.CreateAsync(plan, SamplePlan.Text, started, BegunRun.Start(plan, started, Now), Now, Cancellation);
    }

    /// <summary>Decides on an event and writes the decision.</summary>
    public Task AppendAsync(OpenRun run, Occurrence occurrence) =>
        Journal.AppendAsync(run, occurrence, RunMachine.Decide(run.Plan, run.State, occurrence.Event, Now), Now, Cancellation);

    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection($"Data Source={File}"))
        {
            SqliteConnection.ClearPool(connection);
        }

        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

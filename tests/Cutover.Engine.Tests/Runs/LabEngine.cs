using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Lab;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cutover.Engine.Tests.Runs;

/// <summary>The engine as a host has it, in front of a fast lab of its own on free ports, with a database of its own.</summary>
internal sealed class LabEngine : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");

    private LabEngine(LabWorld lab) => Lab = lab;

    public LabWorld Lab { get; }

    public string Database => Path.Combine(folder.FullName, "cutover.db");

    public EngineHost Host { get; private set; } = null!;

    public OpenRuns Runs => Host.Runs;

    public RunArchive Archive => Host.Archive;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LabEngine> StartAsync(params IInterceptor[] interceptors)
    {
        var engine = new LabEngine(await FastLab.StartAsync(Cancellation));
        await engine.StartHostAsync(interceptors);
        return engine;
    }

    /// <summary>The same, with services of the caller's in the place of the usual ones.</summary>
    public static async Task<LabEngine> StartAsync(Action<LabEngine, IServiceCollection> adjust)
    {
        var engine = new LabEngine(await FastLab.StartAsync(Cancellation));
        engine.Host = await EngineHost.StartAsync(
            engine.Lab, engine.Database, services => adjust(engine, services), Cancellation);
        return engine;
    }

    /// <summary>A playbook for this lab.</summary>
    public string Playbook(string steps, string noData = "{ holdAfter: 30s, rollBackAfter: 90s }") => FastLab.Playbook(Lab, steps, noData);

    public async Task<long> StartRunAsync(string playbook) => await Runs.StartAsync(playbook, "alice", null, Cancellation) switch
    {
        RunStarted started => started.RunId,
        RunNotStarted { Plan: PlaybookUnreadable unreadable } =>
            throw new InvalidOperationException(string.Join(Environment.NewLine, unreadable.Problems)),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    public Task<ActOutcome> ActAsync(long run, OperatorAct act, string? why = null) =>
        Runs.ActAsync(run, new OperatorAskedEvent(act, "alice", why), Cancellation);

    /// <summary>Waits, decision by decision, until the run looks as asked for.</summary>
    public Task<RunView> UntilAsync(long run, Func<RunView, bool> reached) => Host.UntilAsync(run, reached, Cancellation);

    /// <summary>Waits until the run's decisions have said this, in these words.</summary>
    public async Task UntilDecidedAsync(long run, string words)
    {
        var said = false;
        await Host.UntilAsync(
            run,
            async () => said = said || (await RunLedger.ReadAsync(Database, run, Cancellation)).Decisions
                .Any(decision => decision.Reason.Contains(words, StringComparison.Ordinal)),
            Cancellation);
    }

    public Task<RunView> UntilPhaseAsync(long run, RunPhase phase) => UntilAsync(run, view => view.Summary.Phase == phase);

    /// <summary>The zone's weights, source/target, as Route 53 accepted them.</summary>
    public string Weights() => FastLab.Weights(Lab);

    /// <summary>Ends the engine in order, and tells what the database holds of the run.</summary>
    public async Task<RunLedger> LedgerAsync(long run)
    {
        await Host.DisposeAsync();
        return await RunLedger.ReadAsync(Database, run, Cancellation);
    }

    /// <summary>Ends the engine in order and starts it again on the same database; the lab's world goes on meanwhile.</summary>
    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartHostAsync();
    }

    /// <summary>Starts another engine in the place of one that is gone.</summary>
    public async Task StartHostAsync(params IInterceptor[] interceptors) =>
        Host = await EngineHost.StartAsync(Lab, Database, Cancellation, interceptors);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Lab.DisposeAsync();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database}"))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }

        folder.Delete(recursive: true);
    }
}

using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Lab;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Runs;

/// <summary>The engine as a host has it, in front of a fast lab of its own on free ports, with a database of its own.</summary>
internal sealed class LabEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int worlds;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");
    private IHost host = null!;

    private LabEngine(LabWorld lab) => Lab = lab;

    public LabWorld Lab { get; }

    public OpenRuns Runs => host.Services.GetRequiredService<OpenRuns>();

    public RunArchive Archive => host.Services.GetRequiredService<RunArchive>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LabEngine> StartAsync()
    {
        var engine = new LabEngine(await LabWorld.StartAsync(FastLab(), TimeProvider.System, NullLoggerFactory.Instance, Cancellation));
        await engine.StartHostAsync();
        return engine;
    }

    /// <summary>A playbook for this lab.</summary>
    public string Playbook(string steps, string noData = "{ holdAfter: 30s, rollBackAfter: 90s }") => $$"""
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://{{Lab.Source.Address}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://{{Lab.Target.Address}}/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 2s, minSamples: 10, breach: 2 of 3 }
          errors:
            cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1s, traffic: Handshakes }
            kind: errors
            objective: "< 5"
            window: 2s
            freshness: 10s
        steps:
        {{steps}}
        noData: {{noData}}
        """;

    public async Task<long> StartRunAsync(string playbook) => await Runs.StartAsync(playbook, "alice", null, Cancellation) switch
    {
        RunStarted started => started.RunId,
        RunNotStarted { Plan: PlaybookUnreadable unreadable } => throw new InvalidOperationException(string.Join(Environment.NewLine, unreadable.Problems)),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    public Task<ActOutcome> ActAsync(long run, OperatorAct act, string? why = null) =>
        Runs.ActAsync(run, new OperatorAskedEvent(act, "alice", why), Cancellation);

    /// <summary>Waits, decision by decision, until the run looks as asked for.</summary>
    public async Task<RunView> UntilAsync(long run, Func<RunView, bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        await using var moves = host.Services.GetRequiredService<RunFeed>().SubscribeAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        var next = moves.MoveNextAsync();
        while (true)
        {
            var view = await Archive.FindAsync(run, Cancellation) ?? throw new InvalidOperationException($"There is no run {run}.");
            if (reached(view))
            {
                await patience.CancelAsync();
                await next.AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
                return view;
            }

            if (!await Moved(next, view))
            {
                throw new TimeoutException($"Run {run} stays at: {view.Summary.Doing}. {view.Summary.Next}");
            }

            next = moves.MoveNextAsync();
        }
    }

    public Task<RunView> UntilPhaseAsync(long run, RunPhase phase) => UntilAsync(run, view => view.Summary.Phase == phase);

    /// <summary>The zone's weights, source/target, as Route 53 accepted them.</summary>
    public string Weights()
    {
        string Of(string stack) => Lab.Zone.Accepted.Find(LabOptions.Record + ".", "A", stack)?.Weight?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none";
        return $"{Of(LabWorld.SourceName)}/{Of(LabWorld.TargetName)}";
    }

    /// <summary>Every decision, oldest first.</summary>
    public async Task<IReadOnlyList<DecisionRecord>> JournalAsync(long run)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation);
        return await context.Decisions.AsNoTracking().Where(row => row.RunId == run).OrderBy(row => row.Sequence).ToListAsync(Cancellation);
    }

    /// <summary>The run's row.</summary>
    public async Task<RunRecord> RowAsync(long run)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation);
        return await context.Runs.AsNoTracking().SingleAsync(row => row.Id == run, Cancellation);
    }

    /// <summary>Ends the engine in order and starts it again on the same database; the lab's world goes on meanwhile.</summary>
    public async Task RestartAsync()
    {
        await StopHostAsync();
        await StartHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await Lab.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> Moved(ValueTask<bool> next, RunView view)
    {
        try
        {
            return await next;
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static LabOptions FastLab()
    {
        var world = Interlocked.Increment(ref worlds);
        var (source, target) = (IPAddress.Parse($"127.20.{world}.1"), IPAddress.Parse($"127.20.{world}.2"));
        return new LabOptions
        {
            Route53Port = 0, CloudWatchPort = 0, DnsPort = 0, SourceAddress = source, TargetAddress = target, EdgePort = FreePort(source),
            Ttl = 1, InsyncDelay = TimeSpan.FromMilliseconds(300), PublicationDelay = TimeSpan.FromMilliseconds(200), MetricsPeriod = TimeSpan.FromSeconds(1),
            Clients = 20, MeanLifetime = TimeSpan.FromSeconds(3), Ramp = TimeSpan.FromSeconds(0.5), Seed = 1,
        };
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartHostAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.Services.AddSingleton(provider => new AwsConnection(
            new AwsOptions { Region = LabWorld.Region, Route53Endpoint = Lab.Route53.Endpoint, CloudWatchEndpoint = Lab.CloudWatch.Endpoint },
            TimeProvider.System,
            provider.GetRequiredService<ILogger<AwsConnection>>(),
            new BasicAWSCredentials(Lab.Credentials.AccessKeyId, Lab.Credentials.SecretAccessKey)));
        builder.Services.AddCutoverEngine(
            new EngineOptions
            {
                Database = Path.Combine(folder.FullName, "cutover.db"),
                CloudWatchPoll = TimeSpan.FromSeconds(0.5),
                Pace = Pace.Default with { SyncCheck = TimeSpan.FromMilliseconds(300), ZoneRead = TimeSpan.FromSeconds(2), RetryFirst = TimeSpan.FromMilliseconds(200) },
            },
            TimeProvider.System);
        host = builder.Build();
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation))
        {
            await context.Database.MigrateAsync(Cancellation);
        }

        await host.StartAsync(Cancellation);
    }

    private async Task StopHostAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Lab;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Bench;

/// <summary>An engine and a lab at the lab's own pace, on free ports, with a database in a temporary folder.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-bench-");
    private readonly IHost host;

    private BenchHost(LabWorld lab, TimeSpan syncCheck)
    {
        Lab = lab;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.Services.AddSingleton(provider => Connect(provider.GetRequiredService<ILogger<AwsConnection>>()));
        builder.Services.AddCutoverEngine(
            new EngineOptions
            {
                Database = Path.Combine(folder.FullName, "cutover.db"),
                Observation = new ObservationOptions { NameServers = [lab.Dns.EndPoint.ToString()] },
                CloudWatchPoll = CloudWatchPoll,
                Pace = Pace.Default with { SyncCheck = syncCheck, AssumedSync = lab.Options.InsyncDelay },
            },
            TimeProvider.System);
        host = builder.Build();
    }

    /// <summary>Time between two polls of CloudWatch.</summary>
    public static TimeSpan CloudWatchPoll { get; } = TimeSpan.FromSeconds(2);

    public LabWorld Lab { get; }

    public OpenRuns Runs => host.Services.GetRequiredService<OpenRuns>();

    public RunArchive Archive => host.Services.GetRequiredService<RunArchive>();

    public static async Task<BenchHost> StartAsync(int world, TimeSpan syncCheck)
    {
        var (source, target) = (IPAddress.Parse($"127.30.{world}.1"), IPAddress.Parse($"127.30.{world}.2"));
        var options = new LabOptions
        {
            Route53Port = 0,
            CloudWatchPort = 0,
            DnsPort = 0,
            SourceAddress = source,
            TargetAddress = target,
            EdgePort = FreePort(source),
            StatisticsPort = 0,
        };
        var bench = new BenchHost(await LabWorld.StartAsync(
            options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None), syncCheck);
        await using var context = await bench.host.Services.GetRequiredService<IDbContextFactory<CutoverContext>>().CreateDbContextAsync();
        await context.Database.MigrateAsync();
        await bench.host.StartAsync();
        return bench;
    }

    /// <exception cref="InvalidOperationException">It cannot be started.</exception>
    public async Task<long> StartRunAsync(string playbook) =>
        await Runs.StartAsync(playbook, "bench", null, CancellationToken.None) switch
        {
            RunStarted started => started.RunId,
            RunNotStarted { Plan: PlanNotPossible refused } => throw new InvalidOperationException(string.Join('\n', refused.Refusals)),
            RunNotStarted { Plan: PlaybookUnreadable unreadable } => throw new InvalidOperationException(string.Join('\n', unreadable.Problems)),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    public async Task<RunView> FindAsync(long run) =>
        await Archive.FindAsync(run, CancellationToken.None) ?? throw new InvalidOperationException("The run is gone.");

    /// <summary>The run as soon as it is so; null when it was not in time.</summary>
    public async Task<RunView?> UntilAsync(long run, Func<RunView, bool> reached, TimeSpan patience)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var view = await FindAsync(run);
            if (reached(view) || Stopwatch.GetElapsedTime(began) > patience)
            {
                return reached(view) ? view : null;
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Takes the run back, if it is open still, and waits until it is over.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public async Task EndAsync(long run)
    {
        if (!RollbackTimes.IsDecided(await FindAsync(run)))
        {
            _ = await Runs.ActAsync(run, new OperatorAskedEvent(OperatorAct.RollBack, "bench", null), CancellationToken.None);
        }

        _ = await UntilAsync(run, view => !view.Summary.IsOpen, TimeSpan.FromMinutes(3))
            ?? throw new TimeoutException("The run does not end.");
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await Lab.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private AwsConnection Connect(ILogger<AwsConnection> logger) => new(
        new AwsOptions { Region = LabWorld.Region, Route53Endpoint = Lab.Route53.Endpoint, CloudWatchEndpoint = Lab.CloudWatch.Endpoint },
        TimeProvider.System,
        logger,
        new BasicAWSCredentials(Lab.Credentials.AccessKeyId, Lab.Credentials.SecretAccessKey));
}

using Amazon.Runtime;
using Cutover.Core.Plans;
using Cutover.Engine.Aws;
using Cutover.Engine.Backtests;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Lab;
using Cutover.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Tests.Runs;

/// <summary>The engine as a host has it, on a database file and before a lab.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly IHost host;
    private bool stopped;

    private EngineHost(IHost host) => this.host = host;

    public OpenRuns Runs => host.Services.GetRequiredService<OpenRuns>();

    public RunJournal Journal => host.Services.GetRequiredService<RunJournal>();

    public RunArchive Archive => host.Services.GetRequiredService<RunArchive>();

    public RunFeed Feed => host.Services.GetRequiredService<RunFeed>();

    public RunBacktest Backtests => host.Services.GetRequiredService<RunBacktest>();

    public RunPlanning Planning => host.Services.GetRequiredService<RunPlanning>();

    /// <summary>Starts the engine on a database, which it migrates first.</summary>
    public static Task<EngineHost> StartAsync(
        LabWorld lab, string database, CancellationToken cancellation, params IInterceptor[] interceptors) =>
        StartAsync(lab, database, _ => { }, cancellation, interceptors);

    /// <summary>The same, with services of the caller's in the place of the usual ones.</summary>
    public static async Task<EngineHost> StartAsync(
        LabWorld lab,
        string database,
        Action<IServiceCollection> adjust,
        CancellationToken cancellation,
        params IInterceptor[] interceptors)
    {
        await FreshDatabase.PutAsync(database);
        var engine = new EngineHost(Build(lab, database, adjust, interceptors));
        await using (var context = engine.Context())
        {
            await context.Database.MigrateAsync(cancellation);
        }

        await engine.host.StartAsync(cancellation);
        return engine;
    }

    public CutoverContext Context() => host.Services.GetRequiredService<IDbContextFactory<CutoverContext>>().CreateDbContext();

    /// <summary>Cuts the wires to AWS, then lets go of everything: what was under way is not brought to an end.</summary>
    public async Task KillAsync()
    {
        host.Services.GetRequiredService<AwsConnection>().Dispose();
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!stopped)
        {
            stopped = true;
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }

    private static IHost Build(LabWorld lab, string database, Action<IServiceCollection> adjust, IInterceptor[] interceptors)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.Services.AddSingleton(provider => new AwsConnection(
            new AwsOptions
            {
                Region = LabWorld.Region,
                Route53Endpoint = lab.Route53.Endpoint,
                CloudWatchEndpoint = lab.CloudWatch.Endpoint,
            },
            TimeProvider.System,
            provider.GetRequiredService<ILogger<AwsConnection>>(),
            new BasicAWSCredentials(lab.Credentials.AccessKeyId, lab.Credentials.SecretAccessKey)));
        builder.Services.AddCutoverEngine(Options(lab, database), TimeProvider.System);
        builder.Services.ConfigureDbContext<CutoverContext>(context => context.AddInterceptors(interceptors));
        adjust(builder.Services);
        return builder.Build();
    }

    /// <summary>An engine that looks and retries fast.</summary>
    public static EngineOptions Options(LabWorld lab, string database) => new()
    {
        Observation = new ObservationOptions { NameServers = [lab.Dns.EndPoint.ToString()], QueriesPerSecond = 500 },
        Database = database,
        CloudWatchPoll = TimeSpan.FromSeconds(0.5),
        Statistics = new() { Interval = TimeSpan.FromSeconds(0.25), Timeout = TimeSpan.FromSeconds(3) },
        Pace = Pace.Default with
        {
            AssumedSync = TimeSpan.Zero,
            SyncCheck = TimeSpan.FromMilliseconds(300),
            ZoneRead = TimeSpan.FromSeconds(2),
            RetryFirst = TimeSpan.FromMilliseconds(200),
        },
    };
}

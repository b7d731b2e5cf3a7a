using System.Diagnostics.Metrics;
using Amazon.Runtime;
using Cutover.Engine;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns.Observation;
using Cutover.Lab;

namespace Cutover.Web.Hosting;

/// <summary>The lab inside the host's process, and what the engine needs to know to speak to it.</summary>
public sealed class LabHosting(LabWorld? world, ILoggerFactory loggers) : IAsyncDisposable
{
    // The lab's steps last seconds: its one server answers faster than four far away.
    private const double LabQueries = 200;

    /// <summary>The lab; null when the host works against AWS.</summary>
    public LabWorld? World { get; } = world;

    /// <summary>Starts the lab if it was asked for, its zone as the open runs of the database left it.</summary>
    public static async Task<LabHosting> StartAsync(CutoverOptions host, IConfiguration configuration)
    {
        var loggers = LoggerFactory.Create(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddConsole());
        if (!host.Lab)
        {
            return new LabHosting(null, loggers);
        }

        var options = LabSettings.Read(configuration);
        var left = await LabContent.LeftOpenAsync(host.Engine.Database);
        var world = await LabWorld.StartAsync(options, TimeProvider.System, loggers, CancellationToken.None);
        world.Zone.Seed([.. left]);
        return new LabHosting(world, loggers);
    }

    /// <summary>The engine's options; with the lab, its name server stands for those of the zone.</summary>
    public EngineOptions Observing(EngineOptions engine) => World is null
        ? engine
        : engine with
        {
            Observation = new ObservationOptions { NameServers = [World.Dns.EndPoint.ToString()], QueriesPerSecond = LabQueries },
        };

    /// <summary>The account that runs work on: the lab's, or the one that the environment names.</summary>
    public AwsConnection Connect(TimeProvider time, ILogger<AwsConnection> logger, IMeterFactory meters)
    {
        if (World is null)
        {
            return new AwsConnection(AwsOptions.FromEnvironment(Environment.GetEnvironmentVariable), time, logger, meters: meters);
        }

        var options = new AwsOptions
        {
            Region = LabWorld.Region, Route53Endpoint = World.Route53.Endpoint, CloudWatchEndpoint = World.CloudWatch.Endpoint,
        };
        var key = World.Credentials;
        return new AwsConnection(options, time, logger, new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey), meters);
    }

    public async ValueTask DisposeAsync()
    {
        await (World?.DisposeAsync() ?? ValueTask.CompletedTask);
        loggers.Dispose();
    }
}

using Cutover.Lab.Aws;
using Cutover.Lab.CloudWatch.Alarms;
using Cutover.Lab.CloudWatch.Metrics;
using Cutover.Lab.CloudWatch.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Cutover.Lab.CloudWatch;

/// <summary>
/// CloudWatch on loopback over real HTTP: the AWS Query protocol of version 2010-08-01, signatures checked. It does PutMetricData,
/// GetMetricData, ListMetrics, PutMetricAlarm, DescribeAlarms, DeleteAlarms and SetAlarmState, and refuses what it does not know.
/// </summary>
public sealed class CloudWatchEmulator : IAsyncDisposable
{
    private const string SigningName = "monitoring";
    private readonly WebApplication _host;
    private readonly AlarmBook _alarms;

    private CloudWatchEmulator(CloudWatchEmulatorOptions options, TimeProvider time)
    {
        Store = new(time, options.PublicationDelay, options.Retention);
        _alarms = new(Read, time, options.PublicationDelay);
        _host = Host(options);
        var verifier = new SignatureVerifier([options.Credentials], SigningName, options.Region, time);
        _host.Run(new QueryEndpoint(verifier, new(options, Store, _alarms, Faults, Counts, time), Faults, time).HandleAsync);
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:34567/</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The dials; all off at first.</summary>
    public CloudWatchFaults Faults { get; } = new();

    /// <summary>What it was asked.</summary>
    public CloudWatchCounts Counts { get; } = new();

    /// <summary>The data behind it.</summary>
    public CloudWatchStore Store { get; }

    /// <summary>Starts listening. Throws <see cref="IOException"/> when the port is taken.</summary>
    public static async Task<CloudWatchEmulator> StartAsync(
        CloudWatchEmulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var emulator = new CloudWatchEmulator(options, time);
        try
        {
            await emulator._host.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var addresses = emulator._host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        emulator.Endpoint = new(addresses.Addresses.Single());
        return emulator;
    }

    /// <summary>Stops listening and evaluating alarms.</summary>
    public async ValueTask DisposeAsync()
    {
        await _alarms.DisposeAsync().ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Host(CloudWatchEmulatorOptions options)
    {
        // Empty, because the settings and addresses of the process that hosts the lab are not meant for this server.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(options.Address, options.Port));
        return builder.Build();
    }

    private Series Read(MetricStat stat, QueryWindow window) => Faults.Blind ? Series.Of(stat.Period, []) : Store.Read(stat, window);
}

using Cutover.Lab.Aws;
using Cutover.Lab.Route53.Wire;
using Cutover.Lab.Route53.Zones;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cutover.Lab.Route53;

/// <summary>
/// A strict Route 53 (REST-XML 2013-04-01) over HTTP: signed requests only, the documented refusals, PENDING before INSYNC, five requests
/// a second, and faults on demand.
/// </summary>
public sealed class Route53Emulator : IAsyncDisposable
{
    private WebApplication? _app;
    private readonly RequestDelegate _handle;

    private Route53Emulator(Route53EmulatorOptions options, TimeProvider time)
    {
        Zones = new(time) { InsyncDelay = options.InsyncDelay, ProcessingWindow = options.ProcessingWindow };
        Faults = new(Zones);
        var clock = new EmulatorClock(time, Faults);
        foreach (var key in options.Credentials)
        {
            Keys.Accept(key);
        }

        _handle = new Route53Pipeline(
            new SignatureVerifier(Keys, "route53", "us-east-1", clock),
            new RequestBudget(options.RequestsPerSecond, time),
            Faults,
            Requests,
            new Route53Dispatch(Zones, options.InvalidChangeBatchForm, options.Random),
            clock,
            time).HandleAsync;
    }

    private WebApplication Listener(Route53EmulatorOptions options)
    {
        // An empty builder: nothing of the hosting process's configuration or environment may reach the emulator.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(options.Address, options.Port));
        var app = builder.Build();
        app.Run(_handle);
        return app;
    }

    /// <summary>Where it listens, if it does, with the real port. Meant for <c>AWS_ENDPOINT_URL_ROUTE_53</c>.</summary>
    public Uri Endpoint => new(_app!.Urls.Single());

    /// <summary>The state: create and seed zones here, and read what was accepted and what is in force.</summary>
    public HostedZones Zones { get; }

    /// <summary>The dials.</summary>
    public Route53Faults Faults { get; }

    /// <summary>The access keys that are known; those of the options at the start.</summary>
    public LabKeyRing Keys { get; } = new();

    /// <summary>What arrived on the wire, and when.</summary>
    public Route53RequestLog Requests { get; } = new();

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The address and port are taken.</exception>
    public static async Task<Route53Emulator> StartAsync(
        Route53EmulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var emulator = new Route53Emulator(options, time);
        try
        {
            emulator._app = emulator.Listener(options);
            await emulator._app.StartAsync(cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>One that does not listen: it is reached by <see cref="Connect"/> alone.</summary>
    public static Route53Emulator Create(Route53EmulatorOptions options, TimeProvider time) => new(options, time);

    /// <summary>A way to it without a socket: one request after the other, each over when its answer is there.</summary>
    public HttpMessageHandler Connect() => new InProcessConnection(_handle);

    /// <summary>Stops listening and closes every connection.</summary>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}

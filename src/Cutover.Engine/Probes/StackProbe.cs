using System.ComponentModel.DataAnnotations;
using Cutover.Core.Survival;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Probes;

/// <summary>
/// Probes one stack: dials it at a steady rate for handshake success and latency, and holds connections for drops and round trips.
/// The dials of held connections are not counted as handshakes, so that their reconnecting does not weigh on the steady sample.
/// </summary>
public sealed class StackProbe : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TimerWheel _wheel;
    private readonly Holding _holding;
    private readonly HandshakeLoop _handshakes;
    private readonly Holders _holders;
    private Task? _dialing;

    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public StackProbe(ProbeTarget target, ProbeOptions options, TimeProvider time, ILogger<StackProbe> logger)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        Window = new ProbeWindow(time);
        _wheel = new TimerWheel(time);
        _holding = new Holding(target, options, Window, _wheel, time, Random.Shared, logger);
        var dialer = new WebSocketDialer(target, options, time);
        (_handshakes, _holders) = (new HandshakeLoop(_holding, dialer), new Holders(_holding, dialer, _stop.Token));
    }

    /// <summary>What this probe has seen.</summary>
    public ProbeWindow Window { get; }

    /// <summary>How long the held connections have lived so far: drop rate with its interval, and the age that few survive.</summary>
    public SurvivalReport Survival() => _holders.Survival();

    /// <summary>Begins to probe.</summary>
    /// <exception cref="InvalidOperationException">It has begun already.</exception>
    public void Start()
    {
        if (_dialing is not null)
        {
            throw new InvalidOperationException("A probe starts once.");
        }

        Log.ProbeStarted(_holding.Logger, _holding.Target.Stack, _holding.Target.Endpoint, _holding.Target.HostName);
        _dialing = DialAsync();
        _holders.Begin();
    }

    /// <summary>Stops, and closes what is open in order, each connection within <see cref="ProbeOptions.CloseGrace"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await Task.WhenAll(_dialing ?? Task.CompletedTask, _holders.ReleaseAsync());
        _stop.Dispose();
        _handshakes.Dispose();
        _wheel.Dispose();
        Log.ProbeStopped(_holding.Logger, _holding.Target.Stack, Survival().Describe(_holding.Target.Stack));
    }

    private async Task DialAsync()
    {
        try
        {
            await _handshakes.RunAsync(_stop.Token);
        }
        catch (Exception bug)
        {
            _holding.Broke(bug);
            throw;
        }
    }
}

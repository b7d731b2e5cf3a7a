using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Probes;

/// <summary>
/// Probes one stack: dials it at a steady rate for handshake success and latency, and holds connections for drops and round trips.
/// The dials of held connections are not counted as handshakes, so that their reconnecting does not weigh on the steady sample.
/// </summary>
public sealed class StackProbe : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ProbeTarget _target;
    private readonly ILogger _logger;
    private readonly HandshakeLoop _handshakes;
    private readonly Holder[] _holders;
    private Task? _running;

    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public StackProbe(ProbeTarget target, ProbeOptions options, TimeProvider time, ILogger<StackProbe> logger)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (_target, _logger) = (target, logger);
        Window = new ProbeWindow(time);
        _handshakes = new HandshakeLoop(target, options, Window, time, Random.Shared, logger);
        _holders = [.. Enumerable.Range(0, options.Holders).Select(_ => new Holder(target, options, Window, time, Random.Shared, logger))];
    }

    /// <summary>What this probe has seen.</summary>
    public ProbeWindow Window { get; }

    /// <summary>Begins to probe.</summary>
    /// <exception cref="InvalidOperationException">It has begun already.</exception>
    public void Start()
    {
        if (_running is not null)
        {
            throw new InvalidOperationException("A probe starts once.");
        }

        Log.ProbeStarted(_logger, _target.Stack, _target.Endpoint, _target.HostName);
        _running = Task.WhenAll(_holders.Select(holder => GuardAsync(holder.RunAsync)).Prepend(GuardAsync(_handshakes.RunAsync)));
    }

    /// <summary>Stops, and closes what is open in order, each connection within <see cref="ProbeOptions.CloseGrace"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await (_running ?? Task.CompletedTask);
        _stop.Dispose();
        Log.ProbeStopped(_logger, _target.Stack);
    }

    private async Task GuardAsync(Func<CancellationToken, Task> loop)
    {
        try
        {
            await loop(_stop.Token);
        }
        catch (Exception bug)
        {
            Log.ProbeBroke(_logger, _target.Stack, bug);
            throw;
        }
    }
}

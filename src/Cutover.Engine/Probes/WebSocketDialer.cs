using System.Net.Sockets;
using System.Security.Authentication;

namespace Cutover.Engine.Probes;

/// <summary>Dials one stack past DNS, with the record's name as Host and TLS server name, and upgrades to WebSocket.</summary>
public sealed class WebSocketDialer(ProbeTarget target, ProbeOptions options, TimeProvider time)
{
    private readonly UpgradeTemplate _template = new(target, options);

    /// <summary>
    /// One dial, from name resolution to a checked 101, under <see cref="ProbeOptions.DialDeadline"/>. A dial that runs into its deadline
    /// while this process paused says nothing about the stack, and is tried once more.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the only way out other than an outcome.</exception>
    public async Task<DialOutcome> DialAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var outcome = await TryAsync(cancellationToken);
        return outcome is DialOutcome.TimedOut && OwnPause.Explains(time.GetElapsedTime(begun), options.DialDeadline)
            ? await TryAsync(cancellationToken)
            : outcome;
    }

    private async Task<DialOutcome> TryAsync(CancellationToken cancellationToken)
    {
        using var attempt = new DialAttempt(target, options, _template, time);
        using var deadline = new CancellationTokenSource(options.DialDeadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        await using var closing = both.Token.UnsafeRegister(dial => ((DialAttempt)dial!).Dispose(), attempt);
        try
        {
            var outcome = await attempt.RunAsync(both.Token);
            if (outcome is not DialOutcome.Connected)
            {
                // A connection that is closed at the deadline looks as if the peer had ended it.
                both.Token.ThrowIfCancellationRequested();
            }

            return outcome;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (deadline.IsCancellationRequested)
        {
            return attempt.TimedOut();
        }
        catch (Exception fault) when (fault is SocketException or IOException or AuthenticationException)
        {
            return attempt.Failed(fault);
        }
    }
}

using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Aws.Transport;

/// <summary>
/// What can be mended between two tries of a call, each once a call: refused credentials by asking for fresh ones, a wrong clock by
/// signing with the service's time. Either refusal comes before anything is done, so a write may be sent again.
/// </summary>
internal sealed class Mending(AwsService service, CredentialSource credentials, ServerClock clock, AwsMeter meter, ILogger logger)
{
    /// <summary>True when another try is worth it at once.</summary>
    public async Task<bool> TryAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        progress.Last.TryGet(out _, out var failure);
        return failure?.Kind switch
        {
            AwsFailureKind.Credentials when !progress.CredentialsRenewed =>
                await RenewAsync(progress, cancellationToken).ConfigureAwait(false),
            AwsFailureKind.Clock when !progress.ClockCorrected => Correct(progress),
            _ => false,
        };
    }

    private async Task<bool> RenewAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        progress.CredentialsRenewed = true;
        if (progress.Keys is not { } refused || !await credentials.RenewAsync(refused, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        Log.AwsCredentialsRenewed(logger, service.Name, refused.Identity.AccessKeyId, refused.Identity.Origin);
        return true;
    }

    private bool Correct(CallProgress progress)
    {
        progress.ClockCorrected = true;
        if (!clock.Correct(progress.SignedAt, progress.ServerTime))
        {
            return false;
        }

        meter.ClockOffset(service.Name, clock.Offset);
        Log.AwsClockCorrected(logger, service.Name, ClockWords.Of(clock.Offset));
        return true;
    }
}

using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;

namespace Cutover.Engine.Conversions;

/// <summary>Writes one batch, and finds out by reading what became of a write whose answer was lost.</summary>
internal sealed class BatchWriter(Route53Client route53)
{
    private const int Attempts = 3;

    public async Task<BatchOutcome> WriteAsync(ZoneBatch batch, string comment, CancellationToken cancellation)
    {
        var (next, doubt) = (batch, false);
        for (var attempt = 1; ; attempt++)
        {
            var written = await route53.ChangeRecordSetsAsync(batch.Zone.Id, next.Changes(), comment, CallPriority.Normal, cancellation);
            if (written.TryGet(out var change, out var failure))
            {
                return new BatchWritten(change.Id);
            }

            doubt |= failure.Ambiguous;
            if (!failure.IsSettledByReading)
            {
                return Failed(AwsWords.Of(failure), doubt);
            }

            var standing = await StandingAsync(batch, cancellation);
            if (!standing.TryGet(out var stands, out var unread))
            {
                return Failed($"{AwsWords.Of(failure)}, and the zone could not be read afterwards: {AwsWords.Of(unread)}", doubt);
            }

            if (stands is BatchStanding.Foreign)
            {
                return new BatchRaced(AwsWords.Of(failure));
            }

            if (attempt == Attempts || (stands is BatchStanding.NotWritten && !failure.Ambiguous))
            {
                return Failed(AwsWords.Of(failure), doubt);
            }

            next = stands is BatchStanding.Written ? batch.Again() : batch;
        }
    }

    private async Task<AwsOutcome<BatchStanding>> StandingAsync(ZoneBatch batch, CancellationToken cancellation)
    {
        var names = batch.Places().Select(place => place.Name);
        var read = await route53.ReadRecordSetsAsync(batch.Zone.Id, names, CallPriority.Normal, cancellation);
        return read.TryGet(out var sets, out var failure) ? batch.StandingIn(sets) : failure;
    }

    // A try without an answer may still arrive, however the tries after it ended.
    private static BatchOutcome Failed(string why, bool doubt) => doubt ? new BatchUnsettled(why) : new BatchRefused(why);
}

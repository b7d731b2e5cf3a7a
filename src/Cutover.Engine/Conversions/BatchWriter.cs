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
        var next = batch;
        AwsFailure? last = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var written = await route53.ChangeRecordSetsAsync(batch.Zone.Id, next.Changes(), comment, CallPriority.Normal, cancellation);
            if (written.TryGet(out var change, out last))
            {
                return new BatchWritten(change.Id);
            }

            if (last is not ({ Ambiguous: true } or { Kind: AwsFailureKind.InvalidChangeBatch }))
            {
                return new BatchRefused(AwsWords.Of(last));
            }

            var standing = await StandingAsync(batch, cancellation);
            if (!standing.TryGet(out var stands, out var unread))
            {
                return Unread(last, unread);
            }

            if (stands is BatchStanding.Foreign || (stands is BatchStanding.NotWritten && !last.Ambiguous))
            {
                return stands is BatchStanding.Foreign ? new BatchRaced(AwsWords.Of(last)) : new BatchRefused(AwsWords.Of(last));
            }

            next = stands is BatchStanding.Written ? batch.Again() : batch;
        }

        return new BatchUnsettled(AwsWords.Of(last!));
    }

    private async Task<AwsOutcome<BatchStanding>> StandingAsync(ZoneBatch batch, CancellationToken cancellation)
    {
        var names = batch.Places().Select(place => place.Name);
        var read = await route53.ReadRecordSetsAsync(batch.Zone.Id, names, CallPriority.Normal, cancellation);
        return read.TryGet(out var sets, out var failure) ? batch.StandingIn(sets) : failure;
    }

    private static BatchOutcome Unread(AwsFailure write, AwsFailure read)
    {
        var why = $"{AwsWords.Of(write)}, and the zone could not be read afterwards: {AwsWords.Of(read)}";
        return write.Ambiguous ? new BatchUnsettled(why) : new BatchRefused(why);
    }
}

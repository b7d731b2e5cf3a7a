using Cutover.Cli.Access;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;

namespace Cutover.Cli.Emergency;

/// <summary>
/// Writes the batch of one zone. A batch that lost a race, or whose answer did, is settled by reading the zone again: what someone else
/// wrote meanwhile is shown and rolled back too, since a person asked for it.
/// </summary>
internal static class ZoneWriting
{
    private const int Attempts = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public static async Task<ZoneOutcome> WriteAsync(GlassSession session, ZoneFound found)
    {
        var backoff = new Backoff(FirstPause, LongestPause);
        for (var attempt = 1; ; attempt++)
        {
            var written = await session.Route53.ChangeRecordSetsAsync(
                found.Id, found.Rollback.Changes, session.Comment, CallPriority.Urgent, session.Cancellation);
            if (written.TryGet(out var change, out var failure))
            {
                return new ZoneOutcome(found.Zone, found, change);
            }

            if (!failure.IsSettledByReading || attempt == Attempts)
            {
                return new ZoneOutcome(found.Zone, found, Problem: Refused(found, failure));
            }

            await Task.Delay(backoff.Next(), session.Time, session.Cancellation);
            if (!(await ReadAgainAsync(session, found, failure)).TryGet(out var again, out var problem))
            {
                return new ZoneOutcome(found.Zone, found, Problem: problem);
            }

            found = again;
        }
    }

    private static async Task<Answer<ZoneFound>> ReadAgainAsync(GlassSession session, ZoneFound found, AwsFailure failure)
    {
        if (!(await ZoneReading.ReadAsync(session, found.Zone, found.Id, found.Requests)).TryGet(out var again, out var unread))
        {
            return unread;
        }

        session.Say($"{found.Title}: {AwsWords.Of(failure)}. Read it again: {Seen(found, again)}.");
        if (!again.Rollback.Changes.SequenceEqual(found.Rollback.Changes, SameChange.Instance))
        {
            session.Say(GlassText.Of(again));
        }

        return again.Rollback.Changes.IsEmpty ? Refused(found, failure) : again;
    }

    private static string Seen(ZoneFound before, ZoneFound now) =>
        before.Rollback.MissingFrom(now.Sets).IsEmpty ? "the change stands; it is written once more to get an id to wait for"
        : now.Rollback.Changes.SequenceEqual(before.Rollback.Changes, SameChange.Instance) ? "nothing has changed; trying again"
        : "someone else changed it meanwhile; this is rolled back instead";

    private static CommandProblem Refused(ZoneFound found, AwsFailure failure) =>
        AwsProblems.Of(failure, $"the zone {found.Title} was not rolled back", "route53:ChangeResourceRecordSets");
}

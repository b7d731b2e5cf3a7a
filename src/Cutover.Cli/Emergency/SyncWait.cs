using System.Globalization;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Dns;

namespace Cutover.Cli.Emergency;

/// <summary>Waits until a change is INSYNC, and says so meanwhile.</summary>
internal static class SyncWait
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task<ZoneOutcome> UntilInSyncAsync(GlassSession session, ZoneOutcome written)
    {
        var (started, backoff) = (session.Time.GetTimestamp(), new Backoff(First, Longest));
        while (true)
        {
            await Task.Delay(backoff.Next(), session.Time, session.Cancellation);
            var asked = await session.Route53.GetChangeAsync(written.Change!.Id, CallPriority.Urgent, session.Cancellation);
            var took = session.Time.GetElapsedTime(started);
            if (asked.TryGet(out var change, out var failure) && change.Status == ChangeStatus.InSync)
            {
                session.Say(string.Create(CultureInfo.InvariantCulture, $"{written.Zone}: INSYNC after {took.TotalSeconds:0.0} s"));
                return written with { Change = change };
            }

            if (failure is { Retriable: false } || took > Limit)
            {
                return written with { Trouble = NotSeen(written, failure, took) };
            }

            session.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{written.Zone}: {(failure is null ? "PENDING" : AwsWords.Of(failure))}, {took.TotalSeconds:0} s "
                    + $"(usually less than 60 s)"));
        }
    }

    private static string NotSeen(ZoneOutcome written, AwsFailure? failure, TimeSpan took) => failure is null
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"the change {written.Change!.Id} was accepted, but is still PENDING after {took.TotalMinutes:0} min")
        : $"the change {written.Change!.Id} was accepted, but whether it is INSYNC cannot be asked: {AwsWords.Of(failure)}";
}

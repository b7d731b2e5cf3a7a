using Cutover.Engine.Conversions;
using Cutover.Engine.Views;

namespace Cutover.Cli.Conversions;

/// <summary>Waits until what was written is INSYNC, and says so on the way.</summary>
internal static class SyncWait
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    // Usually less than 60 s. Whoever waits longer than this is told where to look.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>The conversion as it was seen last. The wait never turns what was written into a failure.</summary>
    public static async Task<ConversionView> ForAsync(ConversionView written, Session session)
    {
        var (begun, seen, said) = (session.Time.GetTimestamp(), written, string.Empty);
        while (seen.Sync is ConversionSync.Pending or ConversionSync.Unknown)
        {
            said = Say(session, seen, said);
            if (session.Time.GetElapsedTime(begun) > Limit)
            {
                session.Output.Notice(FormattableString.Invariant(
                    $"Not INSYNC after {Limit.TotalMinutes:0} min; it is written all the same."));
                break;
            }

            await Task.Delay(Poll, session.Time, session.Cancellation);
            var answer = await session.Host.ConversionAsync(written.Id, session.Cancellation);
            seen = answer.TryGet(out var now, out var problem)
                ? now
                : seen with { Sync = ConversionSync.Unknown, SyncFailure = problem.Title };
        }

        return seen;
    }

    private static string Say(Session session, ConversionView seen, string said)
    {
        var words = seen.SyncFailure is { } failure
            ? $"Written; how far it has got cannot be seen just now: {failure}"
            : $"Written as change {string.Join(", ", seen.ChangeIds)}: PENDING, waiting for INSYNC …";
        if (words != said)
        {
            session.Output.Notice(words);
        }

        return words;
    }
}

using System.Data.Common;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Runs;

/// <summary>Tells people. Each announcement is made at least once: one that was under way when the host died is made again.</summary>
internal sealed class Announcements(RunJournal journal, TimeProvider time, ILogger<Announcements> logger)
{
    public async Task MakeAsync(long run, long command, AnnounceCommand announce)
    {
        Say(run, announce);
        try
        {
            // Not to be cancelled: what was said is not to be said again because the host stopped at this moment.
            await journal.CloseAsync(command, time.GetUtcNow(), CancellationToken.None);
        }
        catch (DbException failure)
        {
            // A run must not stand still because what it said could not be ticked off.
            Log.AnnouncementLeftOpen(logger, run, failure);
        }
    }

    /// <summary>Makes what finished runs had no time to say.</summary>
    public async Task MakeLeftAsync(CancellationToken cancellation)
    {
        foreach (var (run, left) in await journal.LeftByFinishedRunsAsync(cancellation))
        {
            if (left.Command is AnnounceCommand announce)
            {
                await MakeAsync(run, left.Id, announce);
            }
        }
    }

    private void Say(long run, AnnounceCommand announce)
    {
        switch (announce.Severity)
        {
            case Severity.Info:
                Log.AnnouncedInfo(logger, run, announce.Words);
                break;
            case Severity.Warning:
                Log.AnnouncedWarning(logger, run, announce.Words);
                break;
            default:
                Log.AnnouncedCritical(logger, run, announce.Words);
                break;
        }
    }
}

using Cutover.Engine.Comments;
using Cutover.Engine.Runs;
using Cutover.Web.Components.Shares;

namespace Cutover.Web.Components.Run;

/// <summary>Where the readings of runs come from.</summary>
public sealed class RunReaders(
    RunArchive archive, RunComments comments, RunDeviations deviations, RunShares shares, TimeProvider time, ILogger<RunReader> logger)
{
    private long readings;

    /// <summary>Readings of any run that were begun so far.</summary>
    public long Begun => Volatile.Read(ref readings);

    internal RunArchive Archive => archive;

    internal RunComments Comments => comments;

    internal RunDeviations Deviations => deviations;

    internal RunShares Shares => shares;

    internal TimeProvider Time => time;

    internal ILogger Logger => logger;

    internal RunReader Of(long run) => new(run, this);

    internal long Begin() => Interlocked.Increment(ref readings);
}

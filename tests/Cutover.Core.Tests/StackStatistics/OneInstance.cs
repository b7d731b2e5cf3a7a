using Cutover.Core.StackStatistics;

namespace Cutover.Core.Tests.StackStatistics;

/// <summary>
/// An address at which processes under steady traffic follow each other, or take turns. Connections never end, and a former process keeps
/// its own.
/// </summary>
internal sealed class OneInstance(int perSecond, int interval, bool named)
{
    private readonly List<Process> processes = [new Process(1, Samples.Begin)];
    private int serving;
    private long sinceSeen;

    public DateTimeOffset Now { get; private set; } = Samples.Begin;

    /// <summary>All upgrades there were.</summary>
    public long Upgrades => processes.Sum(process => process.Count);

    public int Processes => processes.Count;

    /// <summary>Upgrades that no look could see, because their process was replaced before the next one.</summary>
    public long HiddenByRestarts { get; private set; }

    /// <summary>One interval passes, and the instance is looked at.</summary>
    public InstanceLook Play(bool restart, bool vanish, bool comeBack)
    {
        if (restart)
        {
            HiddenByRestarts += sinceSeen;
            sinceSeen = 0;
            processes.Add(new Process(processes.Count + 1, Now));
            serving = processes.Count - 1;
        }
        else if (comeBack)
        {
            serving = (serving + 1) % processes.Count;
        }

        Now = Now.AddSeconds(interval);
        processes[serving].Count += perSecond * interval;
        sinceSeen += perSecond * interval;
        return vanish ? new InstanceUnseen(Now, "gone") : Look(processes[serving]);
    }

    private InstanceSeen Look(Process process)
    {
        sinceSeen = 0;
        return new InstanceSeen(new InstanceSample(
            Now,
            named ? FormattableString.Invariant($"pid {process.Pid}") : null,
            named ? TimeSpan.FromSeconds(Math.Floor((Now - process.Begun).TotalSeconds)) : null,
            process.Count,
            new StackCounters(process.Count, process.Count, process.Count, process.Count / 10, process.Count / 20),
            [])
        {
            PredecessorLivesOn = true,
        });
    }

    private sealed class Process(int pid, DateTimeOffset begun)
    {
        public int Pid => pid;

        public DateTimeOffset Begun => begun;

        public long Count { get; set; }
    }
}

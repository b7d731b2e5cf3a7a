using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>How the journal's rows are made from what the machine decided, and read back.</summary>
internal static class JournalRows
{
    /// <summary>The row of a new run; the database gives it its number.</summary>
    public static RunRecord Run(
        Plan plan, string playbookText, StartedEvent started, Decision decision, DateTimeOffset now) => new()
    {
        Playbook = plan.Playbook.Name,
        PlaybookText = playbookText,
        Plan = RunJson.Write(plan),
        State = RunJson.Write(decision.State),
        Phase = decision.State.Phase,
        IsOpen = true,
        Sequence = 1,
        StartedBy = started.Who,
        StartedAt = now,
        WakeAt = decision.State.WakeAt,
    };

    public static OpenRun Open(RunRecord run, IEnumerable<CommandRecord> pending) => new(
        run.Id, RunJson.Read<Plan>(run.Plan), RunJson.Read<RunState>(run.State), run.Sequence, [.. pending.Select(Issued)]);

    public static DecisionRecord Decision(
        long run, long sequence, RunEvent happened, Decision decision, RunState? previous, DateTimeOffset now) => new()
    {
        RunId = run,
        Sequence = sequence,
        At = now,
        Event = RunJson.Write(happened),
        Reason = decision.Reason,
        Refused = decision.Refused,
        Phase = decision.State.Phase,
        Step = decision.State.Step,
        IsNotable = Notability.IsNotable(previous, happened, decision),
    };

    // The wake-up is not stored as a command: the run's own row says when it wants to be woken.
    public static List<CommandRecord> Commands(long run, long sequence, Decision decision, DateTimeOffset now) =>
    [
        .. decision.Commands
            .Where(command => command is not WakeAtCommand)
            .Select(command => new CommandRecord { RunId = run, Sequence = sequence, Command = RunJson.Write(command), IssuedAt = now }),
    ];

    public static ClaimRecord Claim(long run, RecordKey key) =>
        new() { RunId = run, ZoneId = key.ZoneId, Name = key.Name, Type = key.Type.ToString() };

    public static IssuedCommand Issued(CommandRecord row) => new(row.Id, RunJson.Read<RunCommand>(row.Command));
}

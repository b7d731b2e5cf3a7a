using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>How what belongs to a decision is written down.</summary>
internal static class JournalRows
{
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
        [.. decision.Commands.Where(command => command is not WakeAtCommand)
            .Select(command => new CommandRecord { RunId = run, Sequence = sequence, Command = RunJson.Write(command), IssuedAt = now })];

    public static ImmutableArray<VerdictRecord> Verdicts(Occurrence occurrence, long sequence)
    {
        foreach (var verdict in occurrence.Verdicts)
        {
            verdict.Sequence = sequence;
        }

        return occurrence.Verdicts;
    }

    public static IEnumerable<AnswerRecord> Answers(OpenRun run, RunEvent happened, DateTimeOffset now) =>
        happened is not AnswersObservedEvent observed ? [] : observed.Answers.Select(answers => new AnswerRecord
        {
            RunId = run.Id,
            At = now,
            Record = answers.Record.ToString(),
            Origin = AnswerOrigin.NameServers,
            Source = answers.Source,
            Target = answers.Target,
            Other = answers.Other,
            Failed = answers.Failed,
            Asked = run.State.Applied.First(pair => pair.Record == answers.Record).Weights.TargetShare,
            Words = answers.Words,
        });

    /// <summary>Stores that a request was answered by a decision, in the decision's transaction: a crash can never part the two.</summary>
    public static void AddRequest(CutoverContext context, RequestRecord? request, long run, long sequence)
    {
        if (request is not null)
        {
            (request.RunId, request.Sequence) = (run, sequence);
            context.Requests.Add(request);
        }
    }

    /// <summary>Uses up the link that an act came by, in the decision's transaction; what was refused leaves it as it was.</summary>
    public static async Task UseAsync(
        CutoverContext context, Occurrence occurrence, Decision decision, DateTimeOffset now, CancellationToken cancellation)
    {
        if (occurrence is { ApprovalLink: { } link, Event: OperatorAskedEvent asked } && !decision.Refused)
        {
            await context.ApprovalLinks.Where(row => row.Id == link && row.UsedAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.UsedAt, now).SetProperty(row => row.UsedBy, asked.Who), cancellation);
        }
    }

    public static ClaimRecord Claim(long run, RecordKey key) =>
        new() { RunId = run, ZoneId = key.ZoneId, Name = key.Name, Type = key.Type.ToString() };
}

using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;
using Cutover.Engine.Notifications;
using Cutover.Engine.Playbooks;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>
/// Writes decisions, each in one transaction: the new state, the decision, its commands, and the end of the command it answers.
/// </summary>
/// <param name="outbox">Takes what a decision has to tell people; null where nobody is told.</param>
public sealed class RunJournal(IDbContextFactory<CutoverContext> contexts, Outbox? outbox = null) : IDisposable
{
    // SQLite has one writer at a time and lets those that wait poll for their turn: with many runs some would starve. Here they queue.
    private readonly SemaphoreSlim turn = new(1, 1);

    public void Dispose() => turn.Dispose();

    /// <summary>Writes a new run, its first decision, its claims and its row of the audit.</summary>
    /// <exception cref="DbUpdateException">Another open run has one of the records.</exception>
    public Task<OpenRun> CreateAsync(
        Plan plan, string playbookText, StartedEvent started, Decision decision, DateTimeOffset now, CancellationToken cancellation) =>
        CreateAsync(plan, playbookText, started, decision, now, origin: null, cancellation);

    /// <inheritdoc cref="CreateAsync(Plan, string, StartedEvent, Decision, DateTimeOffset, CancellationToken)"/>
    public async Task<OpenRun> CreateAsync(
        Plan plan,
        string playbookText,
        StartedEvent started,
        Decision decision,
        DateTimeOffset now,
        Origin? origin,
        CancellationToken cancellation,
        RequestRecord? request = null)
    {
        using var mine = await TurnAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var by = origin ?? new Origin(started.Who, started.Person);
        var run = new RunRecord
        {
            Playbook = plan.Playbook.Name,
            PlaybookText = playbookText,
            PlaybookVersion = await context.KeepStartedAsync(plan.Playbook.Name, playbookText, by, started.Why, now, cancellation),
            Plan = RunJson.Write(plan),
            State = RunJson.Write(decision.State),
            Phase = decision.State.Phase,
            IsOpen = true,
            Sequence = 1,
            StartedBy = started.Who,
            StartedAt = now,
            WakeAt = decision.State.WakeAt,
        };
        context.Runs.Add(run);
        await context.SaveChangesAsync(cancellation);
        var owned = plan with { Owner = plan.Playbook.Dns.Ownership ? OwnerTokens.New(run.Id) : null };
        run.Plan = RunJson.Write(owned);
        context.Claims.AddRange(plan.Records.Select(record => JournalRows.Claim(run.Id, record.Key)));
        context.Decisions.Add(JournalRows.Decision(run.Id, 1, started, decision, previous: null, now));
        var commands = JournalRows.Commands(run.Id, 1, decision, now);
        context.Commands.AddRange(commands);
        await context.AuditAsync(RunNotes.Start(owned, run.Id, started, origin, decision.State), now, cancellation);
        JournalRows.AddRequest(context, request, run.Id, 1);
        context.RunLines.Add(RunLines.Of(run, plan, decision.State, started.Why));
        var bells = outbox?.Add(context, owned, run.Id, 1, before: null, started, decision, now) ?? [];
        await context.SaveChangesAsync(cancellation);

        // Not to be cancelled: whoever gave up while it was committed would leave a run that nobody drives.
        await transaction.CommitAsync(CancellationToken.None);
        Ring(bells);
        return new OpenRun(run.Id, owned, decision.State, 1, [.. commands.Select(Issued)]);
    }

    /// <summary>Writes one decision.</summary>
    /// <returns>The commands that are to be dispatched, now stored.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The run has moved on since the state that the decision was made from.</exception>
    public async Task<ImmutableArray<IssuedCommand>> AppendAsync(
        OpenRun run, Occurrence occurrence, Decision decision, DateTimeOffset now, CancellationToken cancellation)
    {
        using var mine = await TurnAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var sequence = run.Sequence + 1;
        await MoveOnAsync(context, run, decision.State, now, cancellation);
        context.Decisions.Add(JournalRows.Decision(run.Id, sequence, occurrence.Event, decision, run.State, now));
        var commands = JournalRows.Commands(run.Id, sequence, decision, now);
        context.Commands.AddRange(commands);
        await CloseAsync(context, run.Id, occurrence, decision.State, now, cancellation);
        context.Verdicts.AddRange(JournalRows.Verdicts(occurrence, sequence));
        context.Answers.AddRange(JournalRows.Answers(run, occurrence.Event, now));
        if (RunNotes.Act(run.Plan, run.Id, occurrence, run.State, decision) is { } note)
        {
            await context.AuditAsync(note, now, cancellation);
        }

        JournalRows.AddRequest(context, occurrence.Request, run.Id, sequence);
        await JournalRows.UseAsync(context, occurrence, decision, now, cancellation);
        await RunLines.MoveOnAsync(context, run, occurrence.Event, decision, now, cancellation);
        var bells = outbox?.Add(context, run.Plan, run.Id, sequence, run.State, occurrence.Event, decision, now) ?? [];
        await context.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
        await transaction.CommitAsync(cancellation);

        // Only now do the rows get their keys: after a failed commit the same verdicts are written again, and must not insist on keys
        // that others have by then.
        context.ChangeTracker.AcceptAllChanges();
        Ring(bells);
        return [.. commands.Select(Issued)];
    }

    /// <summary>Ends a command that has no outcome to decide on.</summary>
    public async Task CloseAsync(long command, DateTimeOffset now, CancellationToken cancellation)
    {
        using var mine = await TurnAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Commands.Where(row => row.Id == command)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now), cancellation);
    }

    /// <inheritdoc cref="LaterDecisions.ChangedSinceAsync"/>
    public Task<string?> ChangedSinceAsync(long run, long sequence, CancellationToken cancellation) =>
        contexts.ChangedSinceAsync(run, sequence, cancellation);

    /// <summary>True when there is, or was, such a run.</summary>
    public async Task<bool> ExistsAsync(long run, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Runs.AnyAsync(row => row.Id == run, cancellation);
    }

    /// <summary>Whether a run is open; null when there is no such run.</summary>
    public async Task<bool?> IsOpenAsync(long run, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Runs.Where(row => row.Id == run).Select(row => (bool?)row.IsOpen).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Every open run, with the commands that were under way.</summary>
    public async Task<ImmutableArray<OpenRun>> OpenRunsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var runs = await context.Runs.AsNoTracking().Where(run => run.IsOpen).OrderBy(run => run.Id).ToListAsync(cancellation);
        var pending = await context.Commands.AsNoTracking().Where(command => command.DoneAt == null)
            .OrderBy(command => command.Id).ToListAsync(cancellation);
        return [.. runs.Select(run => Open(run, pending.Where(command => command.RunId == run.Id)))];
    }

    /// <summary>The run with the commands that are under way; null when it is over.</summary>
    public async Task<OpenRun?> FindOpenAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var run = await context.Runs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IsOpen, cancellation);
        var pending = await context.Commands.AsNoTracking().Where(row => row.RunId == id && row.DoneAt == null)
            .OrderBy(row => row.Id).ToListAsync(cancellation);
        return run is null ? null : Open(run, pending);
    }

    /// <summary>Commands that the last decision of a run asked for and that the host had no time to perform.</summary>
    public async Task<ImmutableArray<(long Run, IssuedCommand Command)>> LeftByFinishedRunsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var left = await context.Commands.AsNoTracking()
            .Where(command => command.DoneAt == null && context.Runs.Any(run => run.Id == command.RunId && !run.IsOpen))
            .OrderBy(command => command.Id).ToListAsync(cancellation);
        return [.. left.Select(command => (command.RunId, Issued(command)))];
    }

    private async Task<WriterTurn> TurnAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        return new WriterTurn(turn);
    }

    private static void Ring(IReadOnlyCollection<Bell> bells)
    {
        foreach (var bell in bells)
        {
            bell.Ring();
        }
    }

    private static OpenRun Open(RunRecord run, IEnumerable<CommandRecord> pending) => new(
        run.Id, RunJson.Read<Plan>(run.Plan), RunJson.Read<RunState>(run.State), run.Sequence, [.. pending.Select(Issued)]);

    // First of all, so that a decision made from an old state fails on the run's row and on nothing else.
    private static async Task MoveOnAsync(
        CutoverContext context, OpenRun run, RunState state, DateTimeOffset now, CancellationToken cancellation)
    {
        var (text, open, ended) = (RunJson.Write(state), !state.Phase.IsFinished(), state.Phase.IsFinished() ? now : (DateTimeOffset?)null);
        var moved = await context.Runs.Where(row => row.Id == run.Id && row.Sequence == run.Sequence).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, text)
                .SetProperty(row => row.Phase, state.Phase)
                .SetProperty(row => row.Sequence, run.Sequence + 1)
                .SetProperty(row => row.WakeAt, state.WakeAt)
                .SetProperty(row => row.IsOpen, open)
                .SetProperty(row => row.EndedAt, ended),
            cancellation);
        if (moved != 1)
        {
            throw new DbUpdateConcurrencyException($"Run {run.Id} has moved on since decision {run.Sequence}.");
        }
    }

    private static async Task CloseAsync(
        CutoverContext context, long run, Occurrence occurrence, RunState state, DateTimeOffset now, CancellationToken cancellation)
    {
        if (occurrence.Command is { } id)
        {
            (await context.Commands.SingleAsync(row => row.Id == id, cancellation)).DoneAt = now;
        }

        if (state.Phase.IsFinished())
        {
            context.Claims.RemoveRange(await context.Claims.Where(claim => claim.RunId == run).ToListAsync(cancellation));
            await context.Commands.Where(row => row.RunId == run && row.DoneAt == null).ForEachAsync(row => row.DoneAt = now, cancellation);
        }
    }

    private static IssuedCommand Issued(CommandRecord row) => new(row.Id, RunJson.Read<RunCommand>(row.Command));

    private readonly struct WriterTurn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

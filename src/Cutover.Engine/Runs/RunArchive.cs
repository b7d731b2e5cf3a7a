using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Decisions;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Runs;

/// <summary>Reads runs, open and finished, for people.</summary>
public sealed class RunArchive(IDbContextFactory<CutoverContext> contexts, LiveReadings live, TimeProvider time)
{
    /// <summary>Runs, open ones first, then the newest.</summary>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most, 1-200.</param>
    public async Task<ImmutableArray<RunSummaryView>> ListAsync(int skip, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var runs = await context.Runs.AsNoTracking().OrderByDescending(run => run.IsOpen).ThenByDescending(run => run.Id)
            .Skip(skip).Take(Math.Clamp(take, 1, 200)).ToListAsync(cancellation);
        return [.. runs.Select(run => Summary(run, RunJson.Read<Plan>(run.Plan), RunJson.Read<RunState>(run.State)))];
    }

    /// <summary>One run; null when there is none of this number.</summary>
    public async Task<RunView?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellation) is not { } run)
        {
            return null;
        }

        var (plan, state) = (RunJson.Read<Plan>(run.Plan), RunJson.Read<RunState>(run.State));
        var stacks = plan.Playbook.Stacks;
        return RunViews.Run(Summary(run, plan, state), plan, state, live.Shares(id), time.GetUtcNow()) with
        {
            Survival = live.Survival(id) is var (source, target)
                ? SurvivalView.Of(stacks.Source.Name, source, stacks.Target.Name, target)
                : null,
        };
    }

    /// <summary>The playbook's text as the run was started with it; null when there is no such run.</summary>
    public async Task<string?> PlaybookTextAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Runs.Where(run => run.Id == id).Select(run => run.PlaybookText).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The decision log, newest first.</summary>
    /// <param name="before">Only decisions with a smaller number; null for the newest.</param>
    /// <param name="notableOnly">Leaves the heartbeat out.</param>
    /// <param name="take">How many at most, 1-1000.</param>
    public Task<ImmutableArray<DecisionView>> DecisionsAsync(
        long id, long? before, bool notableOnly, int take, CancellationToken cancellation) =>
        DecisionsAsync(id, before, new DecisionFilter(notableOnly), take, cancellation);

    /// <summary>The decisions that are looked for, newest first.</summary>
    /// <param name="before">Only decisions with a smaller number; null for the newest.</param>
    /// <param name="take">How many at most, 1-1000.</param>
    public async Task<ImmutableArray<DecisionView>> DecisionsAsync(
        long id, long? before, DecisionFilter filter, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await filter.Of(context.Decisions.AsNoTracking().Where(row => row.RunId == id && (before == null || row.Sequence < before)))
            .OrderByDescending(row => row.Sequence).Take(Math.Clamp(take, 1, 1000)).ToListAsync(cancellation);
        return [.. rows.Select(Decision)];
    }

    /// <summary>The decisions after one, oldest first.</summary>
    /// <param name="after">Only decisions with a greater number.</param>
    /// <param name="take">How many at most, 1-1000.</param>
    public async Task<ImmutableArray<DecisionView>> LaterDecisionsAsync(long id, long after, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Decisions.AsNoTracking().Where(row => row.RunId == id && row.Sequence > after)
            .OrderBy(row => row.Sequence).Take(Math.Clamp(take, 1, 1000)).ToListAsync(cancellation);
        return [.. rows.Select(Decision)];
    }

    /// <summary>Verdicts since a time, oldest first: the points of the gates' charts.</summary>
    /// <param name="take">How many at most, the newest of them; 1-20000.</param>
    public Task<ImmutableArray<VerdictView>> VerdictsAsync(long id, DateTimeOffset since, int take, CancellationToken cancellation) =>
        VerdictsAsync(id, gates: null, since, take, cancellation);

    /// <inheritdoc cref="VerdictsAsync(long, DateTimeOffset, int, CancellationToken)"/>
    /// <param name="gates">Of these only. Who names all of a run's gates has the index lead to the window, however long the run is.</param>
    public async Task<ImmutableArray<VerdictView>> VerdictsAsync(
        long id, IReadOnlyCollection<string>? gates, DateTimeOffset since, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var verdicts = gates is null ? context.Verdicts : context.Verdicts.Where(row => gates.Contains(row.Gate));
        var rows = await verdicts.AsNoTracking().Where(row => row.RunId == id && row.At > since)
            .OrderByDescending(row => row.At).Take(Math.Clamp(take, 1, 20_000))
            .Select(row => new VerdictView(
                row.Id, row.Gate, row.Stack, row.At, row.Verdict, row.Value, row.Samples, row.DataFrom, row.DataTo, row.Words))
            .ToListAsync(cancellation);
        rows.Reverse();
        return [.. rows];
    }

    /// <summary>What was answered since a time, oldest first: the points of the answers' chart.</summary>
    /// <param name="take">How many at most, the newest of them; 1-20000.</param>
    public async Task<ImmutableArray<AnswerView>> AnswersAsync(long id, DateTimeOffset since, int take, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Answers.AsNoTracking().Where(row => row.RunId == id && row.At > since)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(Math.Clamp(take, 1, 20_000)).ToListAsync(cancellation);
        rows.Reverse();
        return [.. rows.Select(Answer)];
    }

    private static AnswerView Answer(AnswerRecord row) => new(
        row.Id,
        row.At,
        row.Record,
        row.Origin,
        row.Source,
        row.Target,
        row.Other,
        row.Failed,
        row.Source + row.Target == 0 ? null : (double)row.Target / (row.Source + row.Target),
        row.Asked,
        row.Words);

    internal RunSummaryView Summary(long id, Plan plan, RunState state, string startedBy, DateTimeOffset? endedAt, long sequence)
    {
        var connections = ConnectionViews.Of(plan, state, live.Shares(id), time.GetUtcNow());
        return RunViews.Summary(id, plan, state, startedBy, endedAt, sequence) with
        {
            NewShare = connections is { IsOld: false } ? connections.NewShare : null,
            OpenShare = connections is { IsOld: false } ? connections.OpenShare : null,
            WorstGate = GateStandings.Worst(state),
        };
    }

    private RunSummaryView Summary(RunRecord run, Plan plan, RunState state) =>
        Summary(run.Id, plan, state, run.StartedBy, run.EndedAt, run.Sequence);

    internal static DecisionView Decision(DecisionRecord row)
    {
        var happened = RunJson.Read<RunEvent>(row.Event);
        var who = happened switch { OperatorAskedEvent asked => asked.Who, StartedEvent started => started.Who, _ => null };
        return new DecisionView(
            row.Sequence, row.At, EventNames.Of(happened), who, row.Phase, row.Step + 1, row.Reason, row.Refused, row.IsNotable);
    }
}

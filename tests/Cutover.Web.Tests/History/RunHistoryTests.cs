using System.Data.Common;
using Cutover.Core.Runs;
using Cutover.Engine;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Components.Overview;
using Cutover.Web.Tests.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Web.Tests.History;

public sealed class RunHistoryTests : IAsyncLifetime
{
    private DashboardBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunHistory History => bench.Service<RunHistory>();

    public async ValueTask InitializeAsync() => bench = await DashboardBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_and_without_a_run_twice_although_runs_end_meanwhile()
    {
        for (var run = 0; run < 7; run++)
        {
            await EndedAsync();
        }

        var first = await History.PageAsync(RunFilter.Everything, null, 3, Cancellation);
        await EndedAsync();
        var second = await History.PageAsync(RunFilter.Everything, first.Next, 3, Cancellation);
        var third = await History.PageAsync(RunFilter.Everything, second.Next, 3, Cancellation);

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], first.Runs.Concat(second.Runs).Concat(third.Runs).Select(run => run.Id));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task Runs_are_found_by_their_end_their_people_their_name_and_their_words()
    {
        var back = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Baking);
        await back.AskAsync(OperatorAct.RollBack, "Handshakes Fail in Frankfurt");
        await back.ReachAsync(RunPhase.RolledBack);
        var done = await (await bench.StartRunAsync()).ReachAsync(RunPhase.Completed);

        Assert.Equal([back.Id], await FindAsync(new RunFilter(Phase: RunPhase.RolledBack)));
        Assert.Equal([done.Id], await FindAsync(new RunFilter(Phase: RunPhase.Completed)));
        Assert.Equal([back.Id], await FindAsync(new RunFilter(Text: "frankFURT")));
        Assert.Equal([done.Id], await FindAsync(new RunFilter(Text: $"#{done.Id}")));
        Assert.Equal([done.Id, back.Id], await FindAsync(new RunFilter(Who: "ada", Playbook: "wss-primary")));
        Assert.Empty(await FindAsync(new RunFilter(Who: "ad")));
        Assert.Empty(await FindAsync(new RunFilter(Text: "%")));
    }

    [Fact]
    public async Task A_line_says_what_the_run_itself_says_whatever_happened()
    {
        var run = await bench.StartRunAsync();
        foreach (var phase in new[] { RunPhase.Baking, RunPhase.AwaitingApproval, RunPhase.Completed })
        {
            await run.ReachAsync(phase);
            await using var context = await ContextAsync();
            var line = await context.RunLines.SingleAsync(Cancellation);
            var view = (await bench.Archive.FindAsync(run.Id, Cancellation))!.Summary;
            Assert.Equal(
                (view.Phase, view.IsOpen, view.Step, view.Steps, view.AskedShare, view.EndedAt),
                (line.Phase, line.IsOpen, line.Step, line.Steps, line.Share, line.EndedAt));
        }
    }

    [Fact]
    public async Task Runs_of_an_older_version_get_the_lines_that_they_would_have_now()
    {
        var run = await bench.StartRunAsync();
        await run.AskAsync(OperatorAct.Pause, "lunch");
        await run.AskAsync(OperatorAct.Abandon, "by hand");
        await using var context = await ContextAsync();
        var before = RunJson.Write(await context.RunLines.AsNoTracking().SingleAsync(Cancellation));
        await context.RunLines.ExecuteDeleteAsync(Cancellation);

        await context.BringUpToDateAsync(Cancellation);

        Assert.Equal(before, RunJson.Write(await context.RunLines.AsNoTracking().SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task The_page_of_runs_takes_two_queries_and_neither_plans_nor_states_of_runs_that_are_over()
    {
        await EndedAsync();
        await bench.StartRunAsync();
        var statements = new Statements();
        var counted = new CountedContexts(bench.Service<EngineOptions>().Database, statements);
        var model = new RunsPageModel(
            new RunHistory(counted, bench.Archive), bench.Time, NullLogger.Instance);

        await model.ReadAsync(Cancellation);

        Assert.Equal((1, 1), (model.Open.Length, model.Finished.Runs.Length));
        Assert.Equal(2, statements.Texts.Count);
        Assert.DoesNotContain("\"Plan\"", statements.Texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"State\"", statements.Texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("OFFSET", statements.Texts[1], StringComparison.Ordinal);
    }

    private async Task EndedAsync() => await (await bench.StartRunAsync()).AskAsync(OperatorAct.Abandon, "enough");

    private async Task<IEnumerable<long>> FindAsync(RunFilter filter) =>
        (await History.PageAsync(filter, null, 50, Cancellation)).Runs.Select(run => run.Id);

    private Task<CutoverContext> ContextAsync() =>
        bench.Service<IDbContextFactory<CutoverContext>>().CreateDbContextAsync(Cancellation);

    private sealed class Statements : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }

    private sealed class CountedContexts(string database, Statements statements) : IDbContextFactory<CutoverContext>
    {
        public CutoverContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<CutoverContext>();
            EngineServices.UseSqlite(options, database);
            return new CutoverContext(((DbContextOptionsBuilder<CutoverContext>)options.AddInterceptors(statements)).Options);
        }
    }
}

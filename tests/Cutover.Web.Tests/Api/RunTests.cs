using System.Collections.Immutable;
using System.Net;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

public sealed class RunTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task A_run_is_started_followed_acted_on_and_looked_back_at()
    {
        var started = await Host.PostAsync(ApiRoutes.Runs, new StartRequest(Host.Playbook(), "to see it move"), "alice");
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var id = (await started.ReadAsync<StartedView>()).RunId;
        Assert.Equal(ApiRoutes.Run(id), started.Headers.Location?.ToString());

        var waiting = await Host.UntilAsync(id, RunPhase.AwaitingApproval);
        Assert.Equal(("alice", 0.5), (waiting.Summary.StartedBy, Math.Round(waiting.Summary.AskedShare, 2)));
        await RefuseAsync(id);

        Assert.Contains(
            "Paused by bob",
            (await (await Host.ActAsync(id, OperatorAct.Pause, who: "bob")).ReadAsync<ActDoneView>()).Reason,
            StringComparison.Ordinal);
        await (await Host.ActAsync(id, OperatorAct.Resume)).ReadAsync<ActDoneView>();
        await (await Host.ActAsync(id, OperatorAct.RollBack, "seen\nenough")).ReadAsync<ActDoneView>();
        var back = await Host.UntilAsync(id, RunPhase.RolledBack);
        Assert.False(back.Summary.IsOpen);
        Assert.Contains("seen enough", back.RollbackReason, StringComparison.Ordinal);
        await LookBackAsync(id, back);
    }

    [Fact]
    public async Task A_plan_that_is_not_the_one_that_was_read_is_not_started()
    {
        var refused = await Host.PostAsync(ApiRoutes.Runs, new StartRequest(Host.Playbook(), null, "0123456789abcdef"));
        var problem = await refused.ProblemAsync(HttpStatusCode.PreconditionFailed);
        Assert.Equal("The plan has changed", problem.Title);
        Assert.Contains("Nothing was started. Run plan again", problem.Detail, StringComparison.Ordinal);
    }

    private async Task RefuseAsync(long id)
    {
        Assert.Equal(
            "The zone holds what was applied: there is nothing to adopt.",
            (await (await Host.ActAsync(id, OperatorAct.Adopt)).ProblemAsync(HttpStatusCode.Conflict)).Detail);
        Assert.Equal(
            "The zone holds what was applied: there is nothing to restore.",
            (await (await Host.ActAsync(id, OperatorAct.Restore)).ProblemAsync(HttpStatusCode.Conflict)).Detail);
        Assert.Equal(
            "The run is not held.", (await (await Host.ActAsync(id, OperatorAct.Resume)).ProblemAsync(HttpStatusCode.Conflict)).Detail);
        await (await Host.ActAsync(id, OperatorAct.Approve, step: 7)).ProblemAsync(HttpStatusCode.Conflict);
        var second = await (await Host.PostAsync(
            ApiRoutes.Runs, new StartRequest(Host.Playbook(), null))).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            second.Refusals!.Value, refusal => refusal.Message.Contains(FormattableString.Invariant($"#{id}"), StringComparison.Ordinal));
    }

    private async Task OpenAsync(long id, ImmutableArray<DecisionView> notable)
    {
        var accepted = notable.Last(decision => decision.Event == "change accepted");
        var change = Assert.Single((await DetailAsync(id, accepted.Sequence)).Changes);
        Assert.Equal((true, true, 4), (change.ChangeId is { Length: > 0 }, change.InSyncAt >= change.AcceptedAt, change.Batch.Count(line => !line.Record.EndsWith("TXT", StringComparison.Ordinal))));
        Assert.Contains(change.ChangeId!, accepted.Reason, StringComparison.Ordinal);

        var found = await (await Host.GetAsync(ApiRoutes.Decisions(id) + "?kind=Gates&gate=handshakes&text=PASSED&take=1")).ReadAsync<ImmutableArray<DecisionView>>();
        var judged = await DetailAsync(id, Assert.Single(found).Sequence);
        Assert.Equal(["Envoy", "HAProxy"], judged.Verdicts.Select(verdict => verdict.Stack));
        Assert.All(judged.Verdicts, verdict => Assert.Equal(verdict.PointCount, verdict.Points.Length));
        Assert.All(judged.Verdicts, verdict => Assert.NotEmpty(verdict.Points));
        Assert.All(judged.Verdicts, verdict => Assert.Equal(verdict.Points.OrderByDescending(point => point.Start), verdict.Points));

        Assert.Contains(
            "no decision 987654", (await (await Host.GetAsync(ApiRoutes.Decision(id, 987_654))).ProblemAsync(HttpStatusCode.NotFound)).Detail, StringComparison.Ordinal);
    }

    private async Task<DecisionDetailView> DetailAsync(long id, long sequence) =>
        await (await Host.GetAsync(ApiRoutes.Decision(id, sequence))).ReadAsync<DecisionDetailView>();

    // The step waited for its approval, so its answers had been seen to match.
    private async Task AnswersAsync(long id)
    {
        var answers = await (await Host.GetAsync(ApiRoutes.Answers(id))).ReadAsync<ImmutableArray<AnswerView>>();
        Assert.Contains(answers, answer => answer is { Origin: AnswerOrigin.NameServers, Asked: 0.5, Source: > 0, Target: > 0 });
        Assert.All(answers, answer => Assert.Equal("wss-primary.lab.example A", answer.Record));
        var later = await (await Host.GetAsync(ApiRoutes.Answers(id)
            + $"?since={Uri.EscapeDataString(answers[0].At.ToString("O"))}")).ReadAsync<ImmutableArray<AnswerView>>();
        Assert.DoesNotContain(later, answer => answer.At <= answers[0].At);
    }

    private async Task LookBackAsync(long id, RunView run)
    {
        var over = await (await Host.ActAsync(id, OperatorAct.Pause)).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Contains("over", over.Detail, StringComparison.Ordinal);

        var notable = await (await Host.GetAsync(
            ApiRoutes.Decisions(id) + "?notable=true&take=1000")).ReadAsync<ImmutableArray<DecisionView>>();
        Assert.All(notable, decision => Assert.True(decision.IsNotable));
        Assert.Equal(("started", "alice", 1L), (notable[^1].Event, notable[^1].Who, notable[^1].Sequence));
        Assert.Contains(notable, decision => decision is { Who: "bob", Refused: false });

        var page = await (await Host.GetAsync(ApiRoutes.Decisions(id) + "?before=4&take=2")).ReadAsync<ImmutableArray<DecisionView>>();
        Assert.Equal([3L, 2L], page.Select(decision => decision.Sequence));

        var verdicts = await (await Host.GetAsync(ApiRoutes.Verdicts(id))).ReadAsync<ImmutableArray<VerdictView>>();
        Assert.NotEmpty(verdicts);
        Assert.Equal(verdicts.Order(Comparer<VerdictView>.Create((one, other) => one.At.CompareTo(other.At))), verdicts);
        var later = await (await Host.GetAsync(ApiRoutes.Verdicts(id)
            + $"?since={Uri.EscapeDataString(verdicts[0].At.ToString("O"))}")).ReadAsync<ImmutableArray<VerdictView>>();
        Assert.DoesNotContain(later, verdict => verdict.At <= verdicts[0].At);

        await OpenAsync(id, notable);
        await AnswersAsync(id);
        var playbook = await Host.GetAsync(ApiRoutes.Playbook(id));
        Assert.Equal(("text/yaml", Host.Playbook()), (playbook.Content.Headers.ContentType?.MediaType, await playbook.TextAsync()));
        var runs = await (await Host.GetAsync(ApiRoutes.Runs + "?take=1")).ReadAsync<ImmutableArray<RunSummaryView>>();
        // A verdict that was on its way when the run ended may still be noted, so the sequence can be higher by now.
        Assert.Equal(run.Summary with { Sequence = 0 }, Assert.Single(runs) with { Sequence = 0 });
    }
}

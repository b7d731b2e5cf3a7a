using System.Net;
using Cutover.Core.Backtests;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

public sealed class BacktestTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task What_a_run_measured_is_judged_by_the_playbook_that_is_sent()
    {
        var started = await Host.PostAsync(ApiRoutes.Runs, new StartRequest(Host.Playbook(), null));
        var id = (await started.ReadAsync<StartedView>()).RunId;
        await Host.UntilAsync(id, RunPhase.AwaitingApproval);

        var view = await (await Host.PostAsync(ApiRoutes.Backtests, new BacktestRequest(Host.Playbook(), Run: id))).ReadAsync<BacktestView>();

        Assert.Equal((BacktestEnd.Passed, "HAProxy"), (view.End, view.SourceName));
        Assert.NotEmpty(view.Changes);
        await (await Host.ActAsync(id, OperatorAct.RollBack)).ReadAsync<ActDoneView>();
        await Host.UntilAsync(id, RunPhase.RolledBack);
    }

    [Fact]
    public async Task What_cannot_be_replayed_is_a_problem()
    {
        var now = DateTimeOffset.UtcNow;
        await RefuseAsync(new BacktestRequest("steps: []", now.AddHours(-1)), HttpStatusCode.UnprocessableEntity);
        await RefuseAsync(new BacktestRequest(Host.Playbook()), HttpStatusCode.BadRequest);
        await RefuseAsync(new BacktestRequest(Host.Playbook(), now.AddHours(-1), Run: 1), HttpStatusCode.BadRequest);
        await RefuseAsync(new BacktestRequest(Host.Playbook(), now.AddHours(1)), HttpStatusCode.BadRequest);
        await RefuseAsync(new BacktestRequest(Host.Playbook(), Run: 4711), HttpStatusCode.NotFound);
    }

    private async Task RefuseAsync(BacktestRequest request, HttpStatusCode status) =>
        await (await Host.PostAsync(ApiRoutes.Backtests, request)).ProblemAsync(status);
}

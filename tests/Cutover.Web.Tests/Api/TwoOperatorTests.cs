using System.Net;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

/// <summary>Two people act on one run at the same time.</summary>
public sealed class TwoOperatorTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task Who_decided_on_what_is_no_longer_so_is_told_what_happened_by_whom_and_when_and_can_still_roll_back()
    {
        var id = await Host.StartAsync();
        var seen = (await Host.UntilAsync(id, RunPhase.AwaitingApproval)).Summary.Sequence;
        await (await Host.ActAsync(id, OperatorAct.Pause, "look at p99", who: "bob")).ReadAsync<ActDoneView>();

        var late = await PostAsync(id, new ActRequest(OperatorAct.Abandon, "bored", AsOf: seen));

        var problem = await late.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Matches(@"Paused by bob: look at p99.* \(decision \d+, by bob at \d\d:\d\d:\d\d UTC; AwaitingApproval in step 1\)", problem.Detail);
        await (await PostAsync(id, new ActRequest(OperatorAct.RollBack, null, AsOf: seen))).ReadAsync<ActDoneView>();
        await Host.UntilAsync(id, RunPhase.RolledBack);
    }

    [Fact]
    public async Task What_nobody_looks_for_does_not_keep_an_act_from_being_done()
    {
        var id = await Host.StartAsync();
        var seen = (await Host.UntilAsync(id, RunPhase.AwaitingApproval)).Summary.Sequence;
        await Host.UntilAsync(id, run => run.Summary.Sequence > seen + 2);

        await (await PostAsync(id, new ActRequest(OperatorAct.Pause, null, AsOf: seen))).ReadAsync<ActDoneView>();

        await (await Host.ActAsync(id, OperatorAct.RollBack)).ReadAsync<ActDoneView>();
        await Host.UntilAsync(id, RunPhase.RolledBack);
    }

    [Theory]
    [InlineData(OperatorAct.Skip, null)]
    [InlineData(OperatorAct.Skip, " ")]
    [InlineData(OperatorAct.Abandon, null)]
    public async Task What_takes_the_guard_away_is_not_done_without_a_reason(OperatorAct act, string? reason) => Assert.Contains(
        "reason: say why",
        (await (await Host.ActAsync(1, act, reason)).ProblemAsync(HttpStatusCode.BadRequest)).Detail,
        StringComparison.Ordinal);

    private Task<HttpResponseMessage> PostAsync(long id, ActRequest request) => Host.PostAsync(ApiRoutes.Acts(id), request, "eve");
}

using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

/// <summary>A bug in the machine must not leave a person waiting, nor be told as if the run were over.</summary>
public sealed class BrokenRunTests(LabHost lab) : IClassFixture<LabHost>
{
    [Fact]
    public async Task An_act_that_the_machine_breaks_on_is_answered_and_the_run_is_not_called_over()
    {
        var id = await lab.Host.StartAsync();
        var runs = lab.Host.App.Services.GetRequiredService<OpenRuns>();
        using var guard = Patience.Guard();

        var refused = Assert.IsType<ActRefused>(await runs.ActAsync(
            id, new OperatorAskedEvent((OperatorAct)99, "tester", null), guard.Token));
        Assert.Contains("no longer drives the run", refused.Reason, StringComparison.Ordinal);

        var problem = await (await lab.Host.ActAsync(id, OperatorAct.RollBack)).ProblemAsync(System.Net.HttpStatusCode.Conflict);
        Assert.Contains("Restart the host", problem.Detail, StringComparison.Ordinal);
    }
}

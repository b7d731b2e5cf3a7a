using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;

namespace Cutover.EndToEnd.Tests.MainJob;

[Collection<OwnHosts>]
public sealed class CommandLineTests
{
    [Fact]
    public async Task A_playbook_moves_the_population_to_the_target_step_by_step()
    {
        await using var site = await LabSite.StartAsync(
            "  - { weight: 10 %, bake: 2s }\n  - { weight: 100 %, bake: 5s, approval: required }");

        Assert.Equal(0, (await site.CutoverAsync("validate", site.Playbook)).ExitCode);
        Assert.Contains("90/10", (await site.CutoverAsync("plan", site.Playbook)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await site.CutoverAsync("start", site.Playbook)).ExitCode);
        await site.UntilAsync(1, run => run.Summary.Phase == RunPhase.AwaitingApproval);
        Assert.Equal(0, (await site.CutoverAsync("approve")).ExitCode);
        var (watched, lines) = await site.CutoverAsync("watch", "1");

        Assert.Equal(0, watched);
        Assert.Contains("Completed", lines, StringComparison.Ordinal);
        var lab = await site.LabAsync();
        Assert.Equal(1, lab.Shares.AnsweredShare);
        Assert.True(lab.Shares.ConnectionShare > 0.5, $"{lab.Shares.ConnectionShare:P0} of the connections are on Envoy");
    }

    [Fact]
    public async Task A_target_that_breaks_loses_the_traffic_and_the_watcher_is_told_by_exit_code()
    {
        await using var site = await LabSite.StartAsync("  - { weight: 50 %, bake: 1m }\n  - { weight: 100 %, bake: 5s }");
        Assert.Equal(0, (await site.CutoverAsync("start", site.Playbook)).ExitCode);
        await site.UntilAsync(1, run => run.Summary.Phase == RunPhase.Baking);

        await site.RefuseAsync(40);
        var (watched, lines) = await site.CutoverAsync("watch", "1");

        Assert.Equal(8, watched);
        Assert.Contains("Rolled back", lines, StringComparison.Ordinal);
        Assert.Equal(0, (await site.LabAsync()).Shares.AnsweredShare);
        var (_, history) = await site.CutoverAsync("history", "1");
        Assert.Contains("on Envoy", history, StringComparison.Ordinal);
    }
}

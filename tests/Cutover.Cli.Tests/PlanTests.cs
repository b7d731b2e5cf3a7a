using Cutover.Cli.Tests.Hosting;
using Cutover.Cli.Tests.Processes;
using Cutover.Core.Plans;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests;

public sealed class PlanTests : HostTest
{
    [Fact]
    public async Task A_plan_shows_the_exact_weights_of_every_step()
    {
        using var file = new PlaybookFile(Examples.Playbook);
        var ended = await RunAsync("plan", file.Path);
        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Contains("WEIGHTS (HAProxy/Envoy)", ended.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^wss-primary.lab.example A +100/0 *$", ended.Output);
        Assert.Matches("(?m)^2 +- +10 % +10 % +90/10 +2 min +2 min +needed *$", ended.Output);
        Assert.Matches(@"(?m)^2 +wss-primary.lab.example A +lab.example \(Z1LAB\) +99/1 +90/10 +10 % +20 s *$", ended.Output);
        Assert.Matches("(?m)^2 +1 min 22 s +1 s assumed +1 s assumed +1 min assumed +20 s *$", ended.Output);
        Assert.Matches(@"(?m)^ChangeResourceRecordSets +3 +lab.example \(Z1LAB\) +4 *$", ended.Output);
        Assert.Matches($"(?m)cutover start FILE --plan {PlanChecksum.Of(Examples.Plan)} *$", ended.Output);
        Assert.Matches("(?m)^handshakes +>= 99.5 % +probe: handshake success +15 s +2 of 3 *$", ended.Output);
        Assert.DoesNotContain('\u001b', ended.Output);
    }

    [Fact]
    public async Task A_plan_names_the_steps_beside_its_moves_and_what_to_look_at()
    {
        var marked = Examples.Playbook.Replace(
            "dns: { ownership: off }", "dns: { ownership: on, ttl: { during: 30s } }", StringComparison.Ordinal);
        var ended = await CutoverProcess.RunAsync(Host.Url, marked, [], "plan", "-");
        Assert.Matches("(?m)^4 +hand back +100 % +100 % +0/100 +0 s +15 s +- *$", ended.Output);
        Assert.Contains("warning: wss-primary.lab.example A: its TTL stays at 20 s", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_says_what_an_hour_of_its_gates_costs()
    {
        const string Gates =
            "gates:\n"
            + "  errors: { cloudwatch: { namespace: Lab/Edge, metric: Errors, dimensions: { Stack: \"{stack}\" }, stat: Sum, traffic: Handshakes }, "
            + "kind: errors, objective: \"< 5\" }\n"
            + "  alarm: { cloudwatch: { alarm: wss } }";
        var ended = await CutoverProcess.RunAsync(
            Host.Url, Examples.Playbook.Replace("gates:", Gates, StringComparison.Ordinal), [], "plan", "-");
        Assert.Equal((0, string.Empty), (ended.Code, ended.Errors));
        Assert.Contains(
            "CloudWatch: 4 metrics every 10 s, 360 GetMetricData (0.2 % of the limit), 360 DescribeAlarms (1.11 %) an hour: about $0.018 an hour",
            string.Join(' ', ended.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_waits_for_connections_says_that_its_end_is_open()
    {
        var ended = await CutoverProcess.RunAsync(Host.Url, Examples.CountedPlaybook, [], "plan", "-");
        Assert.Matches("(?m)^1 +.* 2 min, connections >= 0.5 % ", ended.Output);
        Assert.Contains("come at once, and longer by what is waited for in step 1 (connections >= 0.5 %)", ended.Output, StringComparison.Ordinal);
        Assert.Matches("GetChange, at least [0-9]+ ListResourceRecordSets", ended.Output);
    }

    [Fact]
    public async Task A_plan_as_json_is_the_hosts_view()
    {
        var ended = await CutoverProcess.RunAsync(Host.Url, Examples.Playbook, [], "plan", "-", "-o", "json");
        Assert.Equal(["99/1", "90/10", "0/100"], ended.Data<PlanView>().Steps.Select(step => step.Weights));
        Assert.Empty(ended.Errors);
    }

    [Fact]
    public async Task An_invalid_playbook_is_shown_as_validate_shows_it()
    {
        using var file = new PlaybookFile(Examples.BrokenPlaybook);
        var ended = await RunAsync("plan", file.Path);
        Assert.Equal((3, string.Empty), (ended.Code, ended.Output));
        Assert.Contains($"{file.Path}:12:7: error: ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_playbook_as_json_is_a_problem_on_stderr()
    {
        using var file = new PlaybookFile(Examples.BrokenPlaybook);
        var ended = await RunAsync("plan", file.Path, "--output", "json");
        Assert.Equal((3, string.Empty), (ended.Code, ended.Output));
        Assert.Equal(12, ended.Problem.GetProperty("problems")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task What_the_zone_refuses_is_said_with_its_record_and_its_mend()
    {
        World.Zone = Examples.ZoneWithoutTarget;
        using var file = new PlaybookFile(Examples.Playbook);
        var ended = await RunAsync("plan", file.Path);
        Assert.Equal((4, string.Empty), (ended.Code, ended.Output));
        Assert.Contains("wss-primary.lab.example A: ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_zone_refuses_is_in_the_json_problem()
    {
        World.Zone = Examples.ZoneWithoutTarget;
        using var file = new PlaybookFile(Examples.Playbook);
        var ended = await RunAsync("start", file.Path, "-o", "json");
        Assert.Equal((4, string.Empty), (ended.Code, ended.Output));
        Assert.Equal("wss-primary.lab.example A", ended.Problem.GetProperty("refusals")[0].GetProperty("record").GetString());
    }

    [Fact]
    public async Task A_zone_that_the_host_cannot_read_has_a_code_of_its_own()
    {
        World.ZoneIsDown = true;
        using var file = new PlaybookFile(Examples.Playbook);
        var ended = await RunAsync("plan", file.Path);
        Assert.Equal(11, ended.Code);
        Assert.Contains("AccessDenied", ended.Errors, StringComparison.Ordinal);
    }
}

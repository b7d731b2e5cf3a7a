using System.Net;
using System.Text.RegularExpressions;
using Cutover.Core.Runs;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Operations;

[Collection<AloneInTheProcess>]
public sealed partial class MetricsTests(LabHost lab) : IClassFixture<LabHost>
{
    [Fact]
    public async Task A_run_that_is_taken_back_shows_in_every_metric_that_the_dashboard_draws()
    {
        var run = await lab.Host.StartAsync();
        await lab.Host.UntilAsync(run, RunPhase.Baking);
        var baking = await ScrapeAsync();
        lab.Host.World.Target.Dials.Settings = lab.Host.World.Target.Dials.Settings with { RefuseHandshakes = 100 };
        await lab.Host.UntilAsync(run, RunPhase.RolledBack);
        var over = await ScrapeAsync();

        Assert.Equal("1", Value(baking, "cutover_runs{", "cutover_phase=\"Baking\""));
        Assert.Equal("0.5", Value(baking, "cutover_share_asked{", "cutover_playbook=\"quick\""));
        Assert.Equal("1", Value(over, "cutover_breach_to_write_duration_seconds_count"));
        Assert.NotEqual("0", Value(over, "cutover_aws_requests_total{", "rpc_method=\"ChangeResourceRecordSets\""));
        Assert.Empty(Drawn().Except(Names(baking + over)));
        await UntilNobodyIsDrivenAsync();
    }

    private async Task UntilNobodyIsDrivenAsync()
    {
        using var guard = Patience.Guard();
        while ((await ScrapeAsync()).Contains("cutover_share_asked{", StringComparison.Ordinal))
        {
            guard.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task<string> ScrapeAsync()
    {
        var answer = await lab.Host.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.TextAsync();
    }

    private static string Value(string scraped, string name, string label = "") => scraped.Split('\n')
        .First(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Split(' ')[^1];

    private static IEnumerable<string> Drawn() =>
        Series().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "grafana.json"))).Select(match => match.Value).Distinct();

    private static HashSet<string> Names(string scraped) => [.. scraped.Split('\n').Select(line => Series().Match(line).Value)];

    [GeneratedRegex(
        "cutover_[a-z0-9_]+_(total|seconds(_bucket|_count|_sum)?)|cutover_(runs|share_asked|gate_value|probe_connections|feed_subscribers|aws_budget_queue_length)")]
    private static partial Regex Series();
}

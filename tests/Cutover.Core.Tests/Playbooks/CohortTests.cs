using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Playbooks;

public sealed class CohortTests
{
    private const string Full = """
        cohorts:
          mobile: { path: "/mobile?v=2", header: { User-Agent: okhttp, Authorization: { env: PROBE_TOKEN } } }
          legacy: { subprotocol: chat.v1 }
          eu: { region: eu-west-1 }
          us: { region: us-east-1, path: /us }

        """;

    [Fact]
    public void A_gate_is_repeated_for_each_of_its_cohorts_under_a_name_of_its_own()
    {
        var gates = Gates("cohorts: [mobile, legacy]", "cohorts: [eu, us]");

        Assert.Equal(["handshakes[mobile]", "handshakes[legacy]", "errors[eu]", "errors[us]"], gates.Select(gate => gate.Name));
        var mobile = Assert.IsType<WebSocketProbe>(gates[0].Source).Cohort!;
        Assert.Equal(("mobile", "/mobile?v=2", (string?)null), (mobile.Name, mobile.Path, mobile.Subprotocol));
        Assert.Equal(new ProbeVariable("PROBE_TOKEN"), mobile.Header["Authorization"]);
        Assert.Equal("chat.v1", Assert.IsType<WebSocketProbe>(gates[1].Source).Cohort!.Subprotocol);
        Assert.Equal("us-east-1", Assert.IsType<CloudWatchMetric>(gates[3].Source).Dimensions["Region"]);
        Assert.True(gates[3].Source.IsPerStack);
    }

    [Fact]
    public void Cohorts_survive_the_run_s_own_storage()
    {
        var stored = RunJson.Write(Readings.Accepted(Text("cohorts: [mobile, legacy]", "cohorts: [eu, us]")));

        Assert.Equal(stored, RunJson.Write(RunJson.Read<Playbook>(stored)));
    }

    [Fact]
    public void A_probe_stored_before_there_were_cohorts_is_read() => Assert.Equal(
        new WebSocketProbe(ProbeMeasure.HandshakeP99), RunJson.Read<GateSource>("""{"from":"probe","measure":"HandshakeP99"}"""));

    [Theory]
    [InlineData("cohorts: [mobil, legacy, mobile, us]", "mobil is no cohort of this playbook")]
    [InlineData("cohorts: [mobile, mobile, legacy, us]", "mobile stands here twice")]
    [InlineData("cohorts: [mobile, legacy, us, eu]", "eu changes nothing of a probe")]
    [InlineData("cohorts: [mobile, us]", "no gate names the cohort legacy, so nothing guards it")]
    public void What_a_probe_cannot_be_told_of_cohorts_is_refused(string probe, string message) =>
        Assert.Equal([message], Readings.Problems(Text(probe, "cohorts: [eu]")).Select(problem => problem.Message));

    [Theory]
    [InlineData("cohorts: [eu, us, mobile]", "mobile has no region to stand for {cohort}")]
    [InlineData("breach: 1 of 1", "{cohort} stands in a dimension, and the gate names no cohorts")]
    public void What_a_metric_cannot_be_told_of_cohorts_is_refused(string metric, string message) => Assert.Contains(
        Readings.Problems(Text("cohorts: [mobile, legacy]", metric)), problem => problem.Message == message);

    [Theory]
    [InlineData("mobile: {}", "this cohort differs in nothing from everybody else")]
    [InlineData("mobile: { path: mobile }", "\"mobile\" does not begin with /")]
    [InlineData("mobile: { family: ipv5 }", "\"ipv5\" is not a family of IP addresses; did you mean \"ipv4\"?")]
    [InlineData("mobile: { header: { Cookie: x } }", "Cookie carries a secret, and a playbook is shown to everyone")]
    public void What_no_cohort_can_be_is_refused(string cohort, string message) => Assert.Contains(
        Readings.Problems(Example.Yaml.Replace("window: 15s", "window: 15s\n    cohorts: [mobile]", StringComparison.Ordinal)
            + $"cohorts:\n  {cohort}\n"),
        problem => problem.Message == message);

    [Fact]
    public void The_ceiling_of_connections_is_one_for_all_cohorts()
    {
        var problem = Assert.Single(Readings.Problems(
            Text("cohorts: [mobile, legacy]", "cohorts: [eu, us]") + "probes: { connections: 100, maxConnections: 150 }\n"));

        Assert.Contains("2 cohorts keep 100 connections each", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("probes", problem.Path, StringComparison.Ordinal);
    }

    private static Gate[] Gates(string probe, string metric) => [.. Readings.Accepted(Text(probe, metric)).Gates];

    private static string Text(string probe, string metric) => Example.Yaml
        .Replace("window: 15s", $"window: 15s\n    {probe}", StringComparison.Ordinal)
        .Replace("window: 30s", $"window: 30s\n    {metric}", StringComparison.Ordinal)
        .Replace("Stack: \"{stack}\"", "Stack: \"{stack}\", Region: \"{cohort}\"", StringComparison.Ordinal) + Full;
}

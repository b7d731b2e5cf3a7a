namespace Cutover.Core.Tests.Playbooks;

/// <summary>One mistake at a time in gates that compare the target with the source.</summary>
public sealed class RelativeProblemTests
{
    private const string Yaml = """
        version: 1
        name: wss-primary
        records: [{ zone: lab.example, name: wss.lab.example }]
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://a/", statistics: [{ haproxy: "http://10.0.0.4/stats;csv" }] }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://b/", statistics: [{ envoy: "http://10.0.0.5:9901" }] }
        gates:
          refused: { probe: handshake-failure, objective: "<= 2 x source + 0.1 %" }
          time: { probe: handshake-p99, objective: "<= 1.2 x source + 5 ms" }
          success: { probe: handshake-success, objective: ">= 0.999 x source" }
          counted: { stack: 5xx, objective: "<= 1.1 x source" }
          errors: { cloudwatch: { namespace: N, metric: E, dimensions: { S: "{stack}" }, stat: Sum, traffic: T }, kind: errors, objective: "<= 1.1 x source" }
        steps:
          - { weight: 100 %, bake: 5m }

        """;

    public static TheoryData<string, string, string> Rows => new()
    {
        { "0.1 %\"", "0.1 %\", breach: 2 of 3", "8:76 gates.refused.breach | an objective against the source is judged by a test over all the data, which has no misses to count | no breach beside an objective against the source" },
        { "+ 0.1 %", "+ 5 ms", "8:51 gates.refused.objective | handshake-failure is in percent, and what this objective lets go is in ms or s | objective: \"<= 2 x source + 5 %\"" },
        { "+ 5 ms", "+ 5", "9:44 gates.time.objective | handshake-p99 is in ms or s, and what this objective lets go is in plain numbers | objective: \"<= 1.2 x source + 5 ms\"" },
        { "<= 1.2 x source + 5 ms", "< 1.2 x source", "9:44 gates.time.objective | a statistical test cannot tell less from \"less or equal\" | objective: \"<= 1.2 x source\"" },
        { "<= 1.2 x source + 5 ms", ">= 1.2 x source", "9:44 gates.time.objective | of handshake-p99 less is better, so this gate would fail while all is well | objective: \"<= 1.2 x source\"" },
        { ">= 0.999 x source", "<= 1.1 x source", "10:51 gates.success.objective | of handshake-success more is better, so this gate would fail while all is well | probe: handshake-failure with this objective, or objective: \">= 0.999 x source\"" },
        { ">= 0.999 x source", ">= 1.1 x source", "10:51 gates.success.objective | more than 100 % is not to be had, so a target as good as the source would fail | objective: \">= 0.999 x source\"" },
        { "stack: 5xx", "stack: upgrades", "11:42 gates.counted.objective | upgrades is a count that follows each stack's traffic, so the stacks are not to be compared by it | stack: connection-errors or 5xx, whose share is compared" },
        { "{stack}", "both", "12:129 gates.errors.objective | this metric knows no stacks, so there is no source to compare with | \"{stack}\" in a dimension" },
        { ", traffic: T", "", "12:120 gates.errors.objective | errors are compared as a share of the traffic, and this gate names no traffic metric | traffic: the metric's name" },
        { "stat: Sum", "stat: p99", "12:132 gates.errors.objective | errors are compared by their number in each period | stat: Sum" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_single_mistake_is_the_only_problem_and_is_named_where_it_stands(string old, string replacement, string expected) =>
        Readings.AssertOnlyProblem(Yaml, old, replacement, expected);

    [Fact]
    public void Without_a_mistake_every_gate_has_the_unit_of_what_it_measures() => Assert.Equal(
        ["<= 2 x source + 0.1 %", "<= 1.2 x source + 5 ms", ">= 0.999 x source", "<= 1.1 x source", "<= 1.1 x source"],
        Readings.Accepted(Yaml).Gates.Select(gate => gate.Goal.ToString()));
}

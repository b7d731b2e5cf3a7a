using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>One mistake at a time in gates that watch an error budget.</summary>
public sealed class BurnProblemTests
{
    private const string Usable = "probe: handshake-success, handshake-failure or held-drop-rate; stack: connection-errors or 5xx; or a cloudwatch metric of kind errors with stat: Sum and traffic";

    private const string Yaml = """
        version: 1
        name: wss-primary
        records: [{ zone: lab.example, name: wss.lab.example }]
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://a/", statistics: [{ haproxy: "http://10.0.0.4/stats;csv" }] }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://b/", statistics: [{ envoy: "http://10.0.0.5:9901" }] }
        gates:
          refused: { probe: handshake-failure, burn: { slo: 99.9 %, over: 7d, budget: 2 % } }
          held: { probe: held-drop-rate, burn: { slo: 99 % } }
          counted: { stack: 5xx, burn: { slo: 99.9999 % } }
          errors: { cloudwatch: { namespace: N, metric: E, stat: Sum, traffic: T }, kind: errors, burn: { slo: 99.95 % }, freshness: 2m }
        steps:
          - { weight: 100 %, bake: 5m }

        """;

    public static TheoryData<string, string, string> Rows => new()
    {
        { "7d, budget: 2 % }", "7d, budget: 2 % }, objective: \"< 1 %\"", "8:40 gates.refused.burn | a gate has an objective or a burn, and the objective stands here already | either objective or burn" },
        { ", burn: { slo: 99 % }", "", "9:9 gates.held | a gate needs the key \"objective\" | objective: \"< 5\", \">= 99.5 %\", \"<= 250 ms\" or \"<= 1.1 x source\"" },
        { "kind: errors, burn: { slo: 99.95 % }", "kind: errors", "11:11 gates.errors | a gate on a CloudWatch metric needs the key \"objective\" | objective: \"< 5\"" },
        { "budget: 2 % }", "budget: 2 % }, breach: 2 of 3", "8:86 gates.refused.breach | a burn is judged over windows of its own, which have no misses to count | no breach beside a burn" },
        { "slo: 99.9 %, ", "", "8:46 gates.refused.burn | burn needs the key \"slo\" | slo: 99.9 %" },
        { "slo: 99.9 %,", "slo: 99.9,", "8:53 gates.refused.burn.slo | \"99.9\" has no percent sign: it could be a share, a percentage or a Route 53 weight | slo: 99.9 %" },
        { "slo: 99.9 %,", "slo: 90 %,", "8:53 gates.refused.burn.slo | at 90 % even a dead stack burns no faster than 10x, too near to the 14.4x that fail the gate | slo: 95 % or more, or an objective instead of the burn" },
        { "slo: 99.9 %,", "slo: 100 %,", "8:53 gates.refused.burn.slo | at 100 % there is no error budget to burn | slo: 99.9 %" },
        { "over: 7d", "over: 100d", "8:67 gates.refused.burn.over | \"100d\" is longer than 90d | over: 90d" },
        { "over: 7d", "over: 12h", "8:67 gates.refused.burn.over | \"12h\" is shorter than 1d | over: 1d" },
        { "budget: 2 %", "budget: 0 %", "8:79 gates.refused.burn.budget | no run is without a single failure, so it could not spend nothing | budget: 2 %" },
        { "budget: 2 %", "budgets: 2 %", "8:71 gates.refused.burn.budgets | burn has no key \"budgets\"; did you mean \"budget\"? | budget" },
        { "handshake-failure", "handshake-p99", $"8:42 gates.refused.burn | handshake-p99 does not count what failed of all, so there is no error budget to burn | {Usable}" },
        { "handshake-failure", "abnormal-closes", $"8:44 gates.refused.burn | abnormal-closes does not count what failed of all, so there is no error budget to burn | {Usable}" },
        { "stack: 5xx", "stack: lost-connections", $"10:45 gates.counted.burn | lost-connections does not count what failed of all, so there is no error budget to burn | {Usable}" },
        { ", traffic: T", "", $"11:85 gates.errors.burn | these errors name no traffic metric, and without it nobody knows of how many they are, so there is no error budget to burn | {Usable}" },
        { "stat: Sum", "stat: Average", $"11:101 gates.errors.burn | Average is no number of events, so there is no error budget to burn | {Usable}" },
        { ", traffic: T }, kind: errors", " }, kind: latency", $"11:86 gates.errors.burn | a metric of kind latency does not count what failed of all, so there is no error budget to burn | {Usable}" },
        { "{ namespace: N, metric: E, stat: Sum, traffic: T }, kind: errors", "{ alarm: a }", "11:39 gates.errors.burn | an alarm judges by itself: it has no burn here | no burn beside an alarm" },
        { "slo: 99.9 %, over", "slo: 99.9999 %, over", "8:12 gates.refused | its probes see 36,000 handshakes in an hour, and telling a burn from an SLO of 99.9999 % takes about 710,938: it could never pass | probes with 20 times the handshakes, or a lower slo" },
        { "slo: 99 %", "slo: 99.9 %", "9:9 gates.held | its probes see 600 connection-minutes in an hour, and telling a burn from an SLO of 99.9 % takes about 711: it could never pass | probes with 2 times the connections, or a lower slo" },
        { "steps:\n", "noData: { holdAfter: 2m }\nsteps:\n", "12:22 noData.holdAfter | a healthy run would hold: gate held may need 5m20s (until enough is seen) + 15s (freshness) to pass for the first time | holdAfter: 5m35s" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_single_mistake_is_the_only_problem_and_is_named_where_it_stands(string old, string replacement, string expected) =>
        Readings.AssertOnlyProblem(Yaml, old, replacement, expected);

    [Fact]
    public void Without_a_mistake_every_gate_has_its_budget_and_the_time_to_see_enough()
    {
        var playbook = Readings.Accepted(Yaml);
        Assert.Equal(
            [
                "burn < 14.4x of 99.9 % over 7d, budget 2 %",
                "burn < 14.4x of 99 % over 30d",
                "burn < 14.4x of 99.9999 % over 30d",
                "burn < 14.4x of 99.95 % over 30d",
            ],
            playbook.Gates.Select(gate => gate.Goal.ToString()));
        Assert.Equal(new BurnObjective(99.9m, TimeSpan.FromDays(7), 2), playbook.Gates[0].Goal);
        Assert.All(playbook.Gates[..2], gate => Assert.Equal(TimeSpan.FromSeconds(10), gate.Interval));
        Assert.True(playbook.NoData.HoldAfter > TimeSpan.FromMinutes(5));
    }
}

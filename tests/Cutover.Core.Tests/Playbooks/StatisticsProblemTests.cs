using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>One mistake at a time in what has to do with the stacks' own statistics.</summary>
public sealed class StatisticsProblemTests
{
    private const string Yaml = """
        version: 1
        name: wss-primary
        records: [{ zone: lab.example, name: wss.lab.example }]
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, statistics: [{ haproxy: "http://10.0.0.4/stats;csv" }] }
          target: { name: Envoy, setIdentifier: envoy, statistics: [{ envoy: "http://10.0.0.5:9901" }] }
        gates:
          errors: { stack: 5xx, objective: "< 1 %" }
        steps:
          - { weight: 50 %, bake: 10s, until: connections >= 45 % }
          - { weight: 100 %, bake: 20s }

        """;

    private const string Http = """{ envoy: "http://10.0.0.5:9901" }""";

    public static TheoryData<string, string, string> Rows => new()
    {
        { $", statistics: [{Http}]", "", "6:11 stacks.target | gate errors reads the statistics of both stacks, and this one does not say where its own are | statistics: [{ haproxy: \"http://10.0.0.4:8404/stats;csv\" }] or [{ envoy: \"http://10.0.0.5:9901\" }]" },
        { Http, "{ envoy: \"ftp://x\" }", "6:70 stacks.target.statistics[0].envoy | \"ftp://x\" is not an address of statistics: it begins with http or https | one such as http://10.0.0.5:9901" },
        { Http, "{ envoy: \"http://me:secret@x:9901\" }", "6:70 stacks.target.statistics[0].envoy | an address carries no user or password, because playbooks are shown to everyone; the key credentials says where they are | envoy: http://x:9901" },
        { Http, "{ envoy: \"http://x:9901\", credentials: secret }", "6:100 stacks.target.statistics[0].credentials | credentials never stand in a playbook, only where they are found | env:NAME of a variable, or file:/path of a file" },
        { Http, "{ envoy: \"http://x:9901\", proxy: wss }", "6:87 stacks.target.statistics[0].proxy | Envoy has no proxies in HAProxy's sense | statPrefix, to choose an HTTP connection manager" },
        { Http, "{ haproxy: \"tcp://x:1\", statPrefix: wss }", "6:85 stacks.target.statistics[0].statPrefix | a stat_prefix is Envoy's | proxy, to choose a backend or listen section" },
        { Http, "{ haproxy: \"tcp://x:1\", credentials: \"env:A\" }", "6:85 stacks.target.statistics[0].credentials | a statistics socket asks for no credentials | no credentials beside a socket" },
        { Http, "{ haproxy: \"/run/haproxy.sock\" }", "6:72 stacks.target.statistics[0].haproxy | \"/run/haproxy.sock\" is not an address of statistics: it begins with http, https, unix or tcp | one such as http://10.0.0.4:8404/stats;csv, unix:///run/haproxy.sock or tcp://10.0.0.4:9999" },
        { Http, "{ proxy: wss }", "6:61 stacks.target.statistics[0] | an endpoint of statistics needs one address | haproxy or envoy or haproxyPrometheus" },
        { "stack: 5xx", "stack: 5xxs", "8:20 gates.errors.stack | \"5xxs\" is not something that stacks count; did you mean \"5xx\"? | stack: 5xx" },
        { ", objective: \"< 1 %\"", "", "8:11 gates.errors | a gate needs the key \"objective\" | objective: \"< 5\", \">= 99.5 %\", \"<= 250 ms\" or \"<= 1.1 x source\"" },
        { "stack: 5xx", "stack: 5xx, kind: traffic", "8:31 gates.errors.kind | 5xx is of kind errors, not traffic | kind: errors, or no kind" },
        { "stack: 5xx, objective: \"< 1 %\"", "stack: upgrades, objective: \"< 1\"", "8:41 gates.errors.objective | of upgrades more is better, so this gate would fail while all is well | objective: \">= 1\"" },
        { "stack: 5xx, objective: \"< 1 %\"", "stack: upgrades, objective: \">= 1 %\"", "8:41 gates.errors.objective | upgrades is a count, so the objective is a plain number | objective: \">= 1\"" },
        { "< 1 %", "< 5 ms", "8:36 gates.errors.objective | 5xx is a count, or a percentage of the upgrades begun, and this objective is in ms or s | objective: \"< 5\"" },
        { "< 1 %\"", "< 1 %\", window: 2h", "8:53 gates.errors.window | statistics are kept for 1h | window: 1h" },
        { "until: connections >= 45 %", "until: connections >= 50 %", "10:39 steps[0].until | at a weight of 50 % the target's share of the open connections tends to 50 % and never reaches 50 %: the step would never end | until: connections >= 45 %" },
        { "until: connections >= 45 %", "until: 45 %", "10:39 steps[0].until | \"45 %\" is not something a step can wait for | the target's share of the open connections: connections >= 45 %" },
        { "until: connections >= 45 %", "until: connections >= 0 %", "10:39 steps[0].until | every share is at least 0 % | until: connections >= 45 %" },
        { "until: connections >= 45 %", "until: connections >= 145 %", "10:39 steps[0].until | \"145 %\" is more than the whole | until: connections >= 100 %" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_single_mistake_is_the_only_problem_and_is_named_where_it_stands(string old, string replacement, string expected) =>
        Readings.AssertOnlyProblem(Yaml, old, replacement, expected);

    [Fact]
    public void A_step_that_waits_for_connections_needs_the_statistics_of_both()
    {
        var yaml = Example.With("bake: 10s }", "bake: 10s, until: connections >= 0.5 % }");

        Assert.Equal(
            "a step waits for a share of the connections, and neither stack says where they are", Assert.Single(Readings.Problems(yaml)).Message);
    }

    [Fact]
    public void A_step_of_a_wave_that_waits_needs_them_too() => Assert.Equal(
        "a step waits for a share of the connections, and neither stack says where they are",
        Assert.Single(Readings.Problems("""
            version: 1
            name: wss-primary
            records: [{ zone: lab.example, name: wss.lab.example }]
            stacks:
              source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.1.1:7001/" }
              target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://127.0.1.2:7001/" }
            gates:
              handshakes: { probe: handshake-success, objective: ">= 99 %" }
            waves:
              only: { records: [wss.lab.example], steps: [{ weight: 100 %, bake: 20s, until: connections >= 90 % }] }

            """)).Message);

    [Fact]
    public void Without_a_mistake_everything_is_read()
    {
        var playbook = Readings.Accepted(Yaml);

        Assert.Equal(new StackStatistic(StackMeasure.Responses5xx), Assert.Single(playbook.Gates).Source);
        Assert.Equal(GateKind.Errors, playbook.Gates[0].Kind);
        Assert.Equal(TimeSpan.FromSeconds(30), playbook.Gates[0].Freshness);
        Assert.Equal(new ConnectionShareCondition(new Share(45)), playbook.Steps[0].Until);
        Assert.Null(playbook.Steps[1].Until);
        Assert.Equal([new HaproxyStatistics(new Uri("http://10.0.0.4/stats;csv"))], playbook.Stacks.Source.Statistics);
        Assert.Equal([new EnvoyAdmin(new Uri("http://10.0.0.5:9901"))], playbook.Stacks.Target.Statistics);
    }
}

using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Playbooks;

public sealed class ProbesTests
{
    private const string Full = """
        probes:
          handshakes: 20
          connections: 500
          maxConnections: 700
          connectsPerSecond: 25
          beat: echo
          interval: 10s
          deadline: 3s
          timeout: 4s
          header:
            Authorization: { env: PROBE_TOKEN }
            X-Client: { file: probe-client }
            X-Region: "eu-west-1"
          subprotocol: chat.v2
          firstMessage: { env: PROBE_HELLO }
          reply: "\"welcome\""

        """;

    [Fact]
    public void All_that_probes_can_be_told_is_read()
    {
        var probes = Readings.Accepted(Example.Yaml + Full).Probes!;

        Assert.Equal((20, 500, 700, 25), (probes.Handshakes, probes.Connections, probes.MaxConnections, probes.ConnectsPerSecond));
        Assert.Equal(
            (ProbeBeat.Echo, Seconds(10), Seconds(3), Seconds(4)), (probes.Beat, probes.Interval, probes.Deadline, probes.Timeout));
        Assert.Equal(new ProbeVariable("PROBE_TOKEN"), probes.Header["Authorization"]);
        Assert.Equal(new ProbeFile("probe-client"), probes.Header["X-Client"]);
        Assert.Equal(new ProbeLiteral("eu-west-1"), probes.Header["X-Region"]);
        Assert.Equal(("chat.v2", "\"welcome\""), (probes.Subprotocol, probes.Reply));
        Assert.Equal(new ProbeVariable("PROBE_HELLO"), probes.FirstMessage);
    }

    [Fact]
    public void A_playbook_that_says_nothing_of_probes_leaves_them_to_the_host() => Assert.Null(Readings.Accepted(Example.Yaml).Probes);

    [Fact]
    public void What_is_left_out_has_its_default() =>
        Assert.Equal(Probing.Default with { Handshakes = 5 }, Readings.Accepted(Example.Yaml + "probes: { handshakes: 5 }\n").Probes);

    [Theory]
    [InlineData("header: { Authorization: \"Bearer x\" }", "Authorization carries a secret, and a playbook is shown to everyone")]
    [InlineData("header: { X-Api-Key: \"x\" }", "X-Api-Key carries a secret, and a playbook is shown to everyone")]
    [InlineData("header: { Host: \"x\" }", "Host belongs to the handshake itself, and the probe writes it")]
    [InlineData("header: { X-A: { env: PATH } }", "\"PATH\" is not a variable that probes may read: its name must begin with PROBE_, in capitals")]
    [InlineData("header: { X-A: { file: ../shadow } }", "\"../shadow\" is not the name of a file in the host's folder of secrets")]
    [InlineData("header: { \"X A\": \"x\" }", "\"X A\" is not a word that HTTP allows here")]
    [InlineData("header: { X-A: \"a\\r\\nX-B: b\" }", "a text stands on one line")]
    [InlineData("handshakes: 201", "201 is not between 1 and 200")]
    [InlineData("connections: 1000", "1000 held connections leave no room for handshakes under maxConnections 1000")]
    [InlineData("interval: 10ms", "10ms is not between 100ms and 1h")]
    [InlineData("timeout: 2m", "2m is not between 100ms and 1m")]
    [InlineData("beat: pong", "\"pong\" is not something to send over a held connection; did you mean \"ping\"?")]
    public void What_probes_cannot_be_told_is_refused(string probes, string message)
    {
        var problem = Assert.Single(Readings.Problems(Example.Yaml + $"probes: {{ {probes} }}\n"));

        Assert.Equal(message, problem.Message);
        Assert.StartsWith("probes", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Probes_survive_the_run_s_own_storage()
    {
        var playbook = Readings.Accepted(Example.Yaml + Full);
        var stored = RunJson.Write(playbook);

        Assert.Equal(stored, RunJson.Write(RunJson.Read<Playbook>(stored)));
        Assert.Contains("PROBE_TOKEN", stored, StringComparison.Ordinal);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}

using Cutover.Core.Playbooks.Versions;

namespace Cutover.Core.Tests.Playbooks.Versions;

/// <summary>A text may change how carefully records move, and not which.</summary>
public sealed class PlaybookReachTests
{
    private const string Yaml = """
        version: 1
        name: quick
        records:
          - { zone: lab.example, name: wss.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.1.1:7001/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://127.0.1.2:7001/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 15s }
        probes: { header: { X-Client: probe } }
        steps:
          - { weight: 50 %, bake: 1m }
          - { weight: 100 %, bake: 1m, approval: second-person }
        """;

    [Theory]
    [InlineData("weight: 50 %", "weight: 10 %")]
    [InlineData(">= 99.5 %", ">= 90 %")]
    [InlineData("name: HAProxy", "name: The old one")]
    [InlineData("X-Client: probe", "X-Client: another")]
    public void Steps_gates_and_what_people_call_things_reach_nothing_new(string old, string replacement) => Assert.Empty(Beyond(old, replacement));

    [Theory]
    [InlineData("name: wss.lab.example, types: [A]", "name: www.lab.example, types: [A]", "record www.lab.example A in lab.example")]
    [InlineData("types: [A]", "types: [A, AAAA]", "record wss.lab.example AAAA in lab.example")]
    [InlineData("setIdentifier: envoy", "setIdentifier: other", "target set identifier other")]
    [InlineData("127.0.1.2:7001", "192.0.2.9:80", "endpoint ws://192.0.2.9/")]
    [InlineData("X-Client: probe", "X-Client: { env: PROBE_TOKEN }", "secret env PROBE_TOKEN")]
    [InlineData("approval: second-person", "approval: required", "1 approvals by a second person fewer")]
    public void Records_stacks_addresses_secrets_and_second_persons_do(string old, string replacement, string expected) =>
        Assert.Equal([expected], Beyond(old, replacement));

    private static System.Collections.Immutable.ImmutableArray<string> Beyond(string old, string replacement)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);
        return PlaybookReach.Beyond(Readings.Accepted(Yaml), Readings.Accepted(Yaml.Replace(old, replacement, StringComparison.Ordinal)));
    }
}

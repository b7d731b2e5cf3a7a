namespace Cutover.Core.Tests.Playbooks;

/// <summary>A small good playbook to break in one place at a time.</summary>
internal static class Example
{
    public const string Yaml = """
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss.lab.example, types: [A] }
        stacks:
          source:
            name: HAProxy
            setIdentifier: haproxy
            endpoint: "ws://127.0.1.1:7001/"
          target:
            name: Envoy
            setIdentifier: envoy
            endpoint: "ws://127.0.1.2:7001/"
        gates:
          handshakes:
            probe: handshake-success
            objective: ">= 99.5 %"
            window: 15s
          errors:
            cloudwatch:
              namespace: Lab/Edge
              metric: HandshakeErrors
              dimensions: { Stack: "{stack}" }
              stat: Sum
              period: 10s
              traffic: Handshakes
            kind: errors
            objective: "< 5"
            window: 30s
        steps:
          - { weight: 1 %, bake: 10s }
          - { weight: 100 %, bake: 20s }
        noData:
          holdAfter: 2m
          rollBackAfter: 15m

        """;

    /// <summary>What else the example could say, to stand after it.</summary>
    public const string Waves = """
        waves:
          all: { records: [wss.lab.example] }
        dns:
          ttl: { during: 10s, restore: off }
          observe: { answers: on, resolvers: [1.1.1.1, "8.8.8.8:53"] }
          ownership: off

        """;

    /// <summary>The example with one text replaced, which must be there.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);
        return Yaml.Replace(old, replacement, StringComparison.Ordinal);
    }
}

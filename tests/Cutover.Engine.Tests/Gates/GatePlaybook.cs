using Cutover.Engine.Tests.Runs;

namespace Cutover.Engine.Tests.Gates;

/// <summary>A playbook with one gate, whose guard counts in seconds.</summary>
internal static class GatePlaybook
{
    public static string With(LabEngine engine, string gate, string noData = "{ holdAfter: 4s, rollBackAfter: 8s }") => $$"""
        version: 1
        name: one-gate
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://{{engine.Lab.Source.Address}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://{{engine.Lab.Target.Address}}/" }
        gates:
          watched: {{gate}}
        steps:
          - { weight: 50 %, bake: 60s }
          - { weight: 100 %, bake: 1s }
        noData: {{noData}}
        """;

    public static string Metric(string metric, string kind, string objective, string more = "") =>
        $$"""{ cloudwatch: { namespace: Lab/Edge, metric: {{metric}}, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1s{{more}} }, kind: {{kind}}, objective: "{{objective}}", window: 2s, freshness: 2s }""";
}

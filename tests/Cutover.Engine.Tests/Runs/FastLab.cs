using System.Net;
using Cutover.Lab;
using Cutover.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Runs;

/// <summary>Labs whose world goes fast, each on free ports and addresses of its own.</summary>
internal static class FastLab
{
    /// <summary>So patient that the restart of an engine on a busy machine is not taken for blindness, which would hold the run for a person.</summary>
    public const string PatientNoData = "{ holdAfter: 10m, rollBackAfter: 30m }";

    private static int worlds;

    public static Task<LabWorld> StartAsync(CancellationToken cancellation) =>
        LabWorld.StartAsync(Options(), TimeProvider.System, NullLoggerFactory.Instance, cancellation);

    /// <summary>A playbook for a lab.</summary>
    public static string Playbook(LabWorld lab, string steps, string noData = "{ holdAfter: 30s, rollBackAfter: 90s }") => $$"""
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://{{lab.Source.Address}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://{{lab.Target.Address}}/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 2s, minSamples: 10, breach: 2 of 3 }
          errors:
            cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1s, traffic: Handshakes }
            kind: errors
            objective: "< 5"
            window: 2s
            freshness: 10s
        steps:
        {{steps}}
        noData: {{noData}}
        """;

    /// <summary>The zone's weights, source/target, as Route 53 accepted them.</summary>
    public static string Weights(LabWorld lab)
    {
        string Of(string stack) => lab.Zone.Accepted.Find(
            LabOptions.Record + ".", "A", stack)?.Weight?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none";
        return $"{Of(LabWorld.SourceName)}/{Of(LabWorld.TargetName)}";
    }

    /// <summary>Addresses of its own, and a second where a real lab takes five.</summary>
    public static LabOptions Options()
    {
        var world = Interlocked.Increment(ref worlds);
        var (source, target) = (Address(world, 1), Address(world, 2));
        return new LabOptions
        {
            Route53Port = 0, CloudWatchPort = 0, DnsPort = 0, SourceAddress = source, TargetAddress = target, EdgePort = FreePort.On(source), StatisticsPort = 0,
            Ttl = 1,
            InsyncDelay = TimeSpan.FromMilliseconds(300),
            PublicationDelay = TimeSpan.FromMilliseconds(200),
            MetricsPeriod = TimeSpan.FromSeconds(1),
            Clients = 20, MeanLifetime = TimeSpan.FromSeconds(3), Ramp = TimeSpan.FromSeconds(0.5), Seed = 1,
        };
    }

    private static IPAddress Address(int world, byte host) => new([127, (byte)(20 + (world / 250)), (byte)((world % 250) + 1), host]);
}

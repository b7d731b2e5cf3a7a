using Cutover.Cli.Tests.Processes;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Lab.Aws;
using Cutover.Lab.Dns;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;
using HostedZone = Cutover.Lab.Route53.Zones.HostedZone;

namespace Cutover.Cli.Tests.Emergency;

/// <summary>An AWS account of the lab's over real HTTP, with a pair at 60/40 in one zone and a name server; no host anywhere.</summary>
internal sealed class EmulatedAccount : IAsyncDisposable
{
    public const string Name = "wss.lab.example.";

    public static readonly string Playbook = """
        version: 1
        name: wss
        records:
          - { zone: lab.example, name: wss.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.1.1:7001/" }
          target: { name: Envoy,   setIdentifier: envoy,   endpoint: "ws://127.0.1.2:7001/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 15s }
        steps:
          - { weight: 100 %, bake: 2m }

        """;

    private readonly LabCredentials key;
    private readonly LabDnsServer dns;

    private EmulatedAccount(Route53Emulator route53, LabDnsServer dns, LabCredentials key)
    {
        (Route53, this.dns, this.key) = (route53, dns, key);
        Zone = route53.Zones.Create("lab.example", "Z0LAB");
        Zone.Seed(Set("haproxy", 60, "127.0.1.1"), Set("envoy", 40, "127.0.1.2"));
    }

    public Route53Emulator Route53 { get; }

    public HostedZone Zone { get; }

    public string NameServer => dns.EndPoint.ToString();

    /// <summary>The weights of the pair, source/target.</summary>
    public string Weights => WeightsOf("A");

    public OwnershipMark? Mark => Zone.Accepted.Find("_cutover." + Name, "TXT", null) is { } set
        ? OwnershipMark.Parse(new RecordSet(set.Name, set.Type, null, null, set.Ttl, set.Values))
        : null;

    /// <summary>What a shell with credentials of this account has set, and nothing of the machine's own.</summary>
    public (string Name, string Value)[] Environment =>
    [
        ("AWS_ENDPOINT_URL_ROUTE_53", Route53.Endpoint.AbsoluteUri),
        ("AWS_ACCESS_KEY_ID", key.AccessKeyId),
        ("AWS_SECRET_ACCESS_KEY", key.SecretAccessKey),
        .. NoCredentials,
    ];

    public static (string Name, string Value)[] NoCredentials { get; } =
    [
        ("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials"),
        ("AWS_CONFIG_FILE", "/nowhere/config"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
    ];

    public static async Task<EmulatedAccount> StartAsync()
    {
        var key = new LabCredentials("LABACCESSKEY00000000", new string('s', 40));
        var options = new Route53EmulatorOptions
        {
            Credentials = [key], InsyncDelay = TimeSpan.FromMilliseconds(50), RequestsPerSecond = 50,
        };
        var cancellation = TestContext.Current.CancellationToken;
        var route53 = await Route53Emulator.StartAsync(options, TimeProvider.System, cancellation);
        var dns = await LabDnsServer.StartAsync(new LabDnsServerOptions(), route53.Zones, new Random(20261124), cancellation);
        return new EmulatedAccount(route53, dns, key);
    }

    public static ZoneRecordSet Set(string identifier, int weight, string value, string type = "A", string name = Name) =>
        ZoneRecordSet.Weighted(name, type, identifier, weight, 60, value);

    public void SeedMark(params MarkedPair[] initial)
    {
        var mark = new OwnershipMark("12-9f3c21ab", [.. initial]).ToRecordSet(Name);
        Zone.Seed(ZoneRecordSet.Simple(mark.Name, "TXT", mark.Ttl!.Value, mark.Values[0]));
    }

    public string WeightsOf(string type) =>
        $"{Zone.Accepted.Find(Name, type, "haproxy")?.Weight}/{Zone.Accepted.Find(Name, type, "envoy")?.Weight}";

    /// <summary>Rolls back past the host, with a yes and asking the lab's name server.</summary>
    public Task<Ended> RollBackAsync(params string[] more) => RunAsync(["--yes", "--name-server", NameServer, .. more]);

    /// <summary>As <see cref="RollBackAsync"/>, what a playbook says.</summary>
    public async Task<Ended> RollBackByPlaybookAsync(string playbook, params string[] more)
    {
        using var file = new PlaybookFile(playbook);
        return await RollBackAsync(["--playbook", file.Path, .. more]);
    }

    public Task<Ended> RunAsync(params string[] arguments) =>
        CutoverProcess.RunAsync(null, string.Empty, Environment, ["rollback", "--break-glass", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        await dns.DisposeAsync();
        await Route53.DisposeAsync();
    }
}

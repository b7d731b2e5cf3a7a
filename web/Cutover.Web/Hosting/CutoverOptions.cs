using Cutover.Core.Plans;
using Cutover.Engine;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Notifications;

namespace Cutover.Web.Hosting;

/// <summary>What the host is told at its start: by arguments (--Lab=true), environment (Cutover__Lab=true) or appsettings.json.</summary>
public sealed record CutoverOptions
{
    /// <summary>Start the embedded lab and move its traffic. Without <see cref="SignIn"/> nobody logs in, and the host listens on loopback only.</summary>
    public bool Lab { get; init; }

    /// <summary>People sign in. Default: true, but in a lab without a service token.</summary>
    public bool? SignIn { get; init; }

    /// <summary>The SQLite file. Default: cutover.db, or cutover-lab.db with the lab, in the working directory.</summary>
    public string? Database { get; init; }

    /// <summary>The folder whose *.yaml files are offered for a start. Default: playbooks, in the working directory.</summary>
    public string Playbooks { get; init; } = "playbooks";

    /// <summary>Time between two questions to CloudWatch. Default 10 s, 2 s with the lab.</summary>
    public TimeSpan? CloudWatchPoll { get; init; }

    /// <summary>US dollars for 1,000 metrics requested of CloudWatch. Default: the list price of us-east-1, 0.01.</summary>
    public decimal? CloudWatchMetricPrice { get; init; }

    /// <summary>US dollars for 1,000 other requests to CloudWatch. Default: the list price of us-east-1, 0.01.</summary>
    public decimal? CloudWatchRequestPrice { get; init; }

    /// <summary>Time between two GetChange calls. Default 3 s, 500 ms with the lab.</summary>
    public TimeSpan? SyncCheck { get; init; }

    /// <summary>What an INSYNC is assumed to take, and the room a bake must leave for it. Default 60 s, 2.5 s with the lab.</summary>
    public TimeSpan? AssumedSync { get; init; }

    /// <summary>Time between two readings of a zone, which find foreign changes. Default 30 s.</summary>
    public TimeSpan? ZoneRead { get; init; }

    /// <summary>
    /// Asked for their answers instead of the zones' own name servers: host names or addresses, each with a port or without (then 53).
    /// </summary>
    public IList<string> NameServers { get; init; } = [];

    /// <summary>Where people reach this host, for the links in messages. Default: none, and so no links.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Whom the host tells of its runs. Default: nobody.</summary>
    public NotificationOptions Notifications { get; init; } = new();

    // The lab's changes are INSYNC after two seconds, and are looked at every half.
    private static TimeSpan LabSync { get; } = TimeSpan.FromSeconds(2.5);

    public EngineOptions Engine => new()
    {
        Database = Database ?? (Lab ? "cutover-lab.db" : "cutover.db"),
        CloudWatchPoll = CloudWatchPoll ?? TimeSpan.FromSeconds(Lab ? 2 : 10),
        CloudWatchPrices = new CloudWatchPrices(
            CloudWatchMetricPrice ?? CloudWatchPrices.Listed.ThousandMetrics,
            CloudWatchRequestPrice ?? CloudWatchPrices.Listed.ThousandRequests),
        Pace = Pace.Default with
        {
            AssumedSync = AssumedSync ?? (Lab ? LabSync : Pace.Default.AssumedSync),
            SyncCheck = SyncCheck ?? (Lab ? TimeSpan.FromMilliseconds(500) : Pace.Default.SyncCheck),
            ZoneRead = ZoneRead ?? Pace.Default.ZoneRead,
        },
        Observation = new ObservationOptions { NameServers = NameServers },
        Notifications = Notifications,
        PublicAddress = PublicAddress,
    };

    /// <summary>Reads the section "Cutover", and plain arguments such as --Lab.</summary>
    /// <exception cref="InvalidOperationException">A value of the section cannot be read.</exception>
    /// <exception cref="FormatException">--Lab is neither true nor false, the public address is none, or a channel cannot be read.</exception>
    public static CutoverOptions Bind(IConfiguration configuration)
    {
        var options = configuration.GetSection("Cutover").Get<CutoverOptions>() ?? new CutoverOptions();
        ChannelKeys.Check(configuration);
        if (options.PublicAddress is { } address
            && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
        {
            throw new FormatException($"Cutover:PublicAddress={address} is no absolute http or https URL.");
        }

        return configuration["Lab"] is { } lab ? options with { Lab = IsTrue(lab) } : options;
    }

    private static bool IsTrue(string lab) =>
        bool.TryParse(lab, out var value) ? value : throw new FormatException($"--Lab={lab} is neither true nor false.");
}

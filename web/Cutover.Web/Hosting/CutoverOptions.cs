using Cutover.Core.Plans;
using Cutover.Engine;
using Cutover.Engine.Dns.Observation;

namespace Cutover.Web.Hosting;

/// <summary>What the host is told at its start: by arguments (--Lab=true), environment (Cutover__Lab=true) or appsettings.json.</summary>
public sealed record CutoverOptions
{
    /// <summary>Start the embedded lab and move its traffic. Nobody logs in, and the host listens on loopback only.</summary>
    public bool Lab { get; init; }

    /// <summary>The SQLite file. Default: cutover.db, or cutover-lab.db with the lab, in the working directory.</summary>
    public string? Database { get; init; }

    /// <summary>The folder whose *.yaml files are offered for a start. Default: playbooks, in the working directory.</summary>
    public string Playbooks { get; init; } = "playbooks";

    /// <summary>Time between two questions to CloudWatch. Default 10 s, 2 s with the lab.</summary>
    public TimeSpan? CloudWatchPoll { get; init; }

    /// <summary>Time between two GetChange calls. Default 3 s, 500 ms with the lab.</summary>
    public TimeSpan? SyncCheck { get; init; }

    /// <summary>Time between two readings of a zone, which find foreign changes. Default 30 s.</summary>
    public TimeSpan? ZoneRead { get; init; }

    /// <summary>Asked instead of the zone's own name servers, written as in <see cref="ObservationOptions.NameServers"/>.</summary>
    public IList<string> NameServers { get; init; } = [];

    // The lab's changes are INSYNC after two seconds, and are looked at every half.
    private static TimeSpan LabSync { get; } = TimeSpan.FromSeconds(2.5);

    public EngineOptions Engine => new()
    {
        Database = Database ?? (Lab ? "cutover-lab.db" : "cutover.db"),
        CloudWatchPoll = CloudWatchPoll ?? TimeSpan.FromSeconds(Lab ? 2 : 10),
        Pace = Pace.Default with
        {
            AssumedSync = Lab ? LabSync : Pace.Default.AssumedSync,
            SyncCheck = SyncCheck ?? (Lab ? TimeSpan.FromMilliseconds(500) : Pace.Default.SyncCheck),
            ZoneRead = ZoneRead ?? Pace.Default.ZoneRead,
        },
        Observation = new ObservationOptions { NameServers = NameServers },
    };

    /// <summary>Reads the section "Cutover", and plain arguments such as --Lab.</summary>
    /// <exception cref="InvalidOperationException">A value of the section cannot be read.</exception>
    /// <exception cref="FormatException">--Lab is neither true nor false.</exception>
    public static CutoverOptions Bind(IConfiguration configuration)
    {
        var options = configuration.GetSection("Cutover").Get<CutoverOptions>() ?? new CutoverOptions();
        return configuration["Lab"] is { } lab ? options with { Lab = IsTrue(lab) } : options;
    }

    private static bool IsTrue(string lab) =>
        bool.TryParse(lab, out var value) ? value : throw new FormatException($"--Lab={lab} is neither true nor false.");
}

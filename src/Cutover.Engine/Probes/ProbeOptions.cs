using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Cutover.Engine.Probes;

/// <summary>How hard a stack is probed, and how patiently. Ranges are enforced when a probe is built.</summary>
public sealed record ProbeOptions : IValidatableObject
{
    /// <summary>Handshakes begun a second against one stack, 0 to 200; 0 for none. Default 10.</summary>
    [Range(0.0, 200)]
    public double DialsPerSecond { get; init; } = 10;

    /// <summary>How far a dial may slip behind its place in the rhythm: a share, 0 to 1, of the time between two. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double DialJitter { get; init; } = 0.5;

    /// <summary>
    /// Most handshakes of the steady rate under way at once, closing included, and as many openings of held connections, 1 to 4096.
    /// Default 64: enough for 10 a second that all run into the deadline. A dial that finds no room is left out; an opening waits.
    /// </summary>
    [Range(1, 4096)]
    public int MaxConcurrentDials { get; init; } = 64;

    /// <summary>Time from the start of a dial to its 101, name resolution included, 50 ms to 60 s. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DialDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the peer may take to answer a close frame before the socket is closed anyway, 0 to 10 s. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CloseGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Connections kept open to one stack, 0 to 100,000. Default 10.</summary>
    [Range(0, 100_000)]
    public int Holders { get; init; } = 10;

    /// <summary>
    /// The ceiling: most connections to one stack at any moment, held ones and dials together, 1 to 100,000. Default 1,000.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxConnections { get; init; } = 1_000;

    /// <summary>Openings of held connections a second to one stack, spread evenly, 0.1 to 50,000. Default 50.</summary>
    [Range(0.1, 50_000)]
    public double ConnectsPerSecond { get; init; } = 50;

    /// <summary>The first openings of the held connections are spread evenly at random over this time, 0 to 10 min. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan OpenSpread { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What a held connection sends to see whether its peer lives. Default <see cref="BeatKind.Ping"/>.</summary>
    public BeatKind Beat { get; init; } = BeatKind.Ping;

    /// <summary>Time between two beats of one held connection, 10 ms to 1 h. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BeatInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A beat unanswered for this long is silence, and ends the held connection, 10 ms to 5 min. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BeatDeadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Upper bound of the random wait before a lost held connection is opened again, 10 ms to 1 min. Default 500 ms; doubles with each
    /// failure. The lower bound is half of it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReopenDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What that bound grows to at most, 10 ms to 10 min. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxReopenDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest head of an answer to the upgrade request, 256 to 65,536 bytes. Default 16,384. A longer one is a failure.</summary>
    [Range(256, 65_536)]
    public int MaxResponseHead { get; init; } = 16_384;

    /// <summary>Further headers of the upgrade request, by name. May hold secrets: never logged.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The subprotocol to offer, which the stack must choose then; null to offer none.</summary>
    public string? Subprotocol { get; init; }

    /// <summary>A text message to send right after the 101; null for none. May hold a secret: never logged.</summary>
    public string? FirstMessage { get; init; }

    /// <summary>
    /// What a message of the stack must contain, within the first 2,048 bytes of a frame, before a dial counts as good; null to wait for
    /// none.
    /// </summary>
    public string? ExpectedReply { get; init; }

    /// <summary>
    /// Roots that a stack's certificate may end in, instead of those of the machine, for a private authority. Default null: the machine's.
    /// The host name is checked either way.
    /// </summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>The only family of addresses to dial; null for whatever the name resolves to.</summary>
    public AddressFamily? Family { get; init; }

    /// <summary>Dials may take what the held connections leave of the ceiling.</summary>
    public int DialRoom => Math.Min(MaxConcurrentDials, MaxConnections - Holders);

    /// <summary>The same probe as one of so many that share what a stack may be burdened with at most.</summary>
    public ProbeOptions PartOf(int probes) => this with
    {
        MaxConnections = Math.Max(1, MaxConnections / probes),
        MaxConcurrentDials = Math.Max(1, MaxConcurrentDials / probes),
        ConnectsPerSecond = Math.Max(0.1, ConnectsPerSecond / probes),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Holders + (DialsPerSecond > 0 ? 1 : 0) > MaxConnections)
        {
            yield return new ValidationResult(
                $"{Holders} held connections leave no room for dials under a ceiling of {MaxConnections}.", [nameof(MaxConnections)]);
        }
    }
}

using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The "probes" mapping: how both stacks are probed.</summary>
internal static class ProbesFormat
{
    public static Key<int> Handshakes { get; } = new(
        "handshakes", ProbeScalars.Handshakes, "Handshakes begun a second against each stack, 1 to 200.")
    { Default = "10" };

    public static Key<int> Connections { get; } = new(
        "connections", ProbeScalars.Connections, "Connections kept open to each stack, 1 to 100,000.")
    { Default = "10" };

    public static Key<int> MaxConnections { get; } = new(
        "maxConnections",
        ProbeScalars.Connections,
        "The ceiling: most connections of Cutover to one stack at any moment, held ones and dials together. Keep it a small share of "
            + "what the stack can carry.")
    { Default = "1000" };

    public static Key<int> ConnectsPerSecond { get; } = new(
        "connectsPerSecond", ProbeScalars.ConnectsPerSecond, "Openings of held connections a second to each stack, spread evenly.")
    { Default = "50" };

    public static Key<ProbeBeat> Beat { get; } = new(
        "beat",
        ProbeScalars.Beat,
        "What is sent over a held connection. ping: a ping frame; echo: a short text message, for an endpoint that echoes messages.")
    { Default = "ping" };

    public static Key<TimeSpan> Interval { get; } = new(
        "interval", Scalars.Duration, "Time between two beats of one held connection, at least 100ms.")
    { Default = "1s" };

    public static Key<TimeSpan> Deadline { get; } = new(
        "deadline", Scalars.Duration, "A beat unanswered for this long ends the held connection as silent.")
    { Default = "2s" };

    public static Key<TimeSpan> Timeout { get; } = new(
        "timeout", Scalars.Duration, "Time from the start of a dial to its 101, or to the reply when one is expected; at most 1m.")
    { Default = "5s" };

    public static Key<ImmutableArray<(string Name, Located<ProbeText>? Value)>> Header { get; } = new(
        "header",
        new NamedFormat<ProbeText>("headers", ProbeTextFormat.Instance),
        "Further headers of the upgrade request. Whoever logs in does so with { env: PROBE_… } or { file: … }.")
    { DefaultRule = "none" };

    public static Key<string> Subprotocol { get; } = new(
        "subprotocol", ProbeScalars.Subprotocol, "Offered to the stack, which must choose it then.")
    { DefaultRule = "none" };

    public static Key<ProbeText> FirstMessage { get; } = new(
        "firstMessage", ProbeTextFormat.Instance, "A text message sent right after the 101.")
    { DefaultRule = "none" };

    public static Key<string> Reply { get; } = new(
        "reply",
        ProbeScalars.Text,
        "What a message of the stack must contain, in the first 2,048 bytes of a frame, before a dial counts as good.")
    { DefaultRule = "none is waited for" };

    public static MappingFormat<Probing> Format { get; } = new(
        "probes",
        [
            Handshakes, Connections, MaxConnections, ConnectsPerSecond, Beat, Interval, Deadline, Timeout, Header, Subprotocol,
            FirstMessage, Reply,
        ],
        Build);

    private static Probing? Build(Section section)
    {
        var (handshakes, connections) = (section.Read(Handshakes), section.Read(Connections));
        var (ceiling, rate) = (section.Read(MaxConnections), section.Read(ConnectsPerSecond));
        var (beat, interval, deadline) = (section.Read(Beat), section.Read(Interval), section.Read(Deadline));
        var (timeout, header) = (section.Read(Timeout), section.ReadOr(Header, () => []));
        var (subprotocol, message, reply) = (section.Read(Subprotocol), section.Read(FirstMessage), section.Read(Reply));
        ProbeChecks.Check(section, header, connections, ceiling, interval, deadline, timeout);
        return handshakes is null || connections is null || ceiling is null || rate is null || beat is null || interval is null
            || deadline is null || timeout is null || header is null || header.Value.Any(entry => entry.Value is null)
                ? null
                : new Probing(
                    handshakes.Value,
                    connections.Value,
                    ceiling.Value,
                    rate.Value,
                    beat.Value,
                    interval.Value,
                    deadline.Value,
                    timeout.Value,
                    ByName(header.Value),
                    subprotocol?.Value,
                    message?.Value,
                    reply?.Value);
    }

    // A name that stands there twice is refused elsewhere; the last one must not throw here.
    public static ImmutableSortedDictionary<string, ProbeText> ByName(ImmutableArray<(string Name, Located<ProbeText>? Value)> header) =>
        ImmutableSortedDictionary<string, ProbeText>.Empty.SetItems(
            header.Select(entry => KeyValuePair.Create(entry.Name, entry.Value!.Value)));
}

using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold of "probes" beyond each value's own form.</summary>
internal static class ProbeChecks
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostDeadline = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MostTimeout = TimeSpan.FromMinutes(1);

    private static readonly ImmutableHashSet<string> OfTheHandshake = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol",
        "Sec-WebSocket-Extensions", "Content-Length", "Transfer-Encoding");

    private static readonly ImmutableArray<string> Secretive =
        ["authorization", "cookie", "token", "secret", "password", "api-key", "apikey"];

    public static void Check(
        Section section,
        Located<ImmutableArray<(string Name, Located<ProbeText>? Value)>>? header,
        Located<int>? connections,
        Located<int>? ceiling,
        Located<TimeSpan>? interval,
        Located<TimeSpan>? deadline,
        Located<TimeSpan>? timeout)
    {
        CheckHeaders(section, header);
        if (connections is not null && ceiling is not null && connections.Value >= ceiling.Value)
        {
            section.Refuse(
                connections.Place,
                $"{connections.Value} held connections leave no room for handshakes under maxConnections {ceiling.Value}",
                $"fewer connections, or maxConnections: {connections.Value + 100}");
        }

        Bound(section, interval, LeastInterval, TimeSpan.FromHours(1));
        Bound(section, deadline, LeastInterval, MostDeadline);
        Bound(section, timeout, LeastInterval, MostTimeout);
    }

    public static void CheckHeaders(Section section, Located<ImmutableArray<(string Name, Located<ProbeText>? Value)>>? header)
    {
        foreach (var (name, value) in header?.Value ?? [])
        {
            CheckHeader(section, name, value);
        }
    }

    private static void CheckHeader(Section section, string name, Located<ProbeText>? value)
    {
        var place = value?.Place ?? section.Place;
        if (ProbeNotation.ReadToken(name).Fault is { } fault)
        {
            section.Refuse(place, fault.Message, fault.Mend);
        }
        else if (OfTheHandshake.Contains(name))
        {
            section.Refuse(place, $"{name} belongs to the handshake itself, and the probe writes it", "nothing here, or another header");
        }
        else if (value?.Value is ProbeLiteral && Secretive.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            section.Refuse(
                place, $"{name} carries a secret, and a playbook is shown to everyone", $"{name}: {ProbeTextFormat.Instance.Example}");
        }
    }

    private static void Bound(Section section, Located<TimeSpan>? span, TimeSpan least, TimeSpan most)
    {
        if (span is not null && (span.Value < least || span.Value > most))
        {
            var near = span.Value < least ? least : most;
            section.Refuse(
                span.Place,
                $"{DurationNotation.Write(span.Value)} is not between {DurationNotation.Write(least)} and {DurationNotation.Write(most)}",
                span.Place.With(DurationNotation.Write(near)));
        }
    }
}

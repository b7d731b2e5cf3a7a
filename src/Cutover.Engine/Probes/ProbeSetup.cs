using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Probes;

/// <summary>What a playbook says of probes as the options of a probe.</summary>
internal static class ProbeSetup
{
    /// <summary>The options, or why there are none: a secret that the host does not have.</summary>
    /// <param name="probing">Null when the playbook says nothing; then the host's own options hold.</param>
    /// <param name="host">What holds for everything that playbooks do not say.</param>
    /// <param name="secrets">Where secret texts are read.</param>
    public static (ProbeOptions? Options, string? Fault) Resolve(Probing? probing, ProbeOptions host, ProbeSecrets secrets)
    {
        if (probing is null)
        {
            return (host, null);
        }

        var headers = probing.Header.ToImmutableDictionary(entry => entry.Key, entry => secrets.Read(entry.Value));
        var message = probing.FirstMessage is { } text ? secrets.Read(text) : default;
        return headers.Values.Append(message).Select(read => read.Fault).FirstOrDefault(fault => fault is not null) is { } missing
            ? (null, missing)
            : (With(probing, host) with
            {
                Headers = host.Headers.SetItems(headers.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Text!))),
                FirstMessage = message.Text,
            }, null);
    }

    private static ProbeOptions With(Probing probing, ProbeOptions host) => host with
    {
        DialsPerSecond = probing.Handshakes,
        Holders = probing.Connections,
        MaxConnections = probing.MaxConnections,
        ConnectsPerSecond = probing.ConnectsPerSecond,
        Beat = probing.Beat == ProbeBeat.Ping ? BeatKind.Ping : BeatKind.Echo,
        BeatInterval = probing.Interval,
        BeatDeadline = probing.Deadline,
        DialDeadline = probing.Timeout,
        Subprotocol = probing.Subprotocol,
        ExpectedReply = probing.Reply,
    };
}

using System.Collections.Immutable;
using System.Net.Sockets;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Probes;

/// <summary>What a playbook says of probes as the options of a probe.</summary>
internal static class ProbeSetup
{
    /// <summary>The options, or why there are none: a secret that the host does not have.</summary>
    /// <param name="probing">Null when the playbook says nothing; then the host's own options hold.</param>
    /// <param name="cohort">Whom the probe stands for, over what the playbook says for everybody; null for everybody.</param>
    /// <param name="host">What holds for everything that playbooks do not say.</param>
    /// <param name="secrets">Where secret texts are read.</param>
    public static (ProbeOptions? Options, string? Fault) Resolve(Probing? probing, Cohort? cohort, ProbeOptions host, ProbeSecrets secrets)
    {
        var (options, fault) = Resolve(probing, host, secrets);
        return options is null || cohort is null ? (options, fault) : Resolve(cohort, options, secrets);
    }

    private static (ProbeOptions? Options, string? Fault) Resolve(Cohort cohort, ProbeOptions everybody, ProbeSecrets secrets)
    {
        var headers = cohort.Header.ToImmutableDictionary(entry => entry.Key, entry => secrets.Read(entry.Value));
        return headers.Values.Select(read => read.Fault).FirstOrDefault(fault => fault is not null) is { } missing
            ? (null, missing)
            : (everybody with
            {
                Headers = everybody.Headers.SetItems(headers.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Text!))),
                Subprotocol = cohort.Subprotocol ?? everybody.Subprotocol,
                Family = cohort.Family switch
                {
                    IpFamily.IPv4 => AddressFamily.InterNetwork,
                    IpFamily.IPv6 => AddressFamily.InterNetworkV6,
                    _ => everybody.Family,
                },
            }, null);
    }

    private static (ProbeOptions? Options, string? Fault) Resolve(Probing? probing, ProbeOptions host, ProbeSecrets secrets)
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

using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of a stack's "statistics".</summary>
internal static class StatisticsFormat
{
    public static Key<Uri> Envoy { get; } = new(
        "envoy", StatisticsScalars.Http, "The address of Envoy's admin interface.");

    public static Key<Uri> Haproxy { get; } = new(
        "haproxy",
        StatisticsScalars.Haproxy,
        "HAProxy's statistics: the URL of the page as CSV, unix:///path of its statistics socket, or tcp://host:port of that socket.");

    public static Key<Uri> Prometheus { get; } = new(
        "haproxyPrometheus", StatisticsScalars.Http, "The URL of HAProxy's built-in Prometheus exporter.");

    public static Key<string> Proxy { get; } = new(
        "proxy",
        Scalars.Name,
        "For HAProxy: the backend or listen section whose servers hold the WebSockets.")
    { DefaultRule = "all that have servers", Example = "wss" };

    public static Key<string> StatPrefix { get; } = new(
        "statPrefix",
        Scalars.Name,
        "For Envoy: the stat_prefix of the HTTP connection manager that takes the WebSockets.")
    { DefaultRule = "all but admin", Example = "ingress_wss" };

    public static Key<CredentialsReference> Credentials { get; } = new(
        "credentials",
        StatisticsScalars.Credentials,
        "Where user:password is found: env:NAME or file:/path. A playbook never holds it.")
    { DefaultRule = "none" };

    public static MappingFormat<StatisticsEndpoint> Format { get; } = new(
        "an endpoint of statistics", [Envoy, Haproxy, Prometheus, Proxy, StatPrefix, Credentials], Build)
    {
        Choice = new KeyChoice("one address", [[Haproxy], [Envoy], [Prometheus]]),
    };

    public static ListFormat<StatisticsEndpoint> List { get; } = new("endpoints of statistics", Format);

    /// <summary>What was read; a part that could not be is on record.</summary>
    public static ImmutableArray<StatisticsEndpoint> Values(Located<ImmutableArray<Located<StatisticsEndpoint>?>>? list) =>
        list is null ? [] : [.. list.Value.OfType<Located<StatisticsEndpoint>>().Select(endpoint => endpoint.Value)];

    private static StatisticsEndpoint? Build(Section section)
    {
        var (envoy, haproxy, prometheus) = (section.Read(Envoy), section.Read(Haproxy), section.Read(Prometheus));
        var (proxy, prefix, credentials) = (section.Read(Proxy), section.Read(StatPrefix), section.Read(Credentials));
        if (section.Has(Envoy))
        {
            section.RefuseKey(Proxy, "Envoy has no proxies in HAProxy's sense", "statPrefix, to choose an HTTP connection manager");
            return envoy is null ? null : new EnvoyAdmin(envoy.Value, prefix?.Value, credentials?.Value);
        }

        section.RefuseKey(StatPrefix, "a stat_prefix is Envoy's", "proxy, to choose a backend or listen section");
        if (haproxy is { Value.Scheme: "unix" or "tcp" })
        {
            section.RefuseKey(Credentials, "a statistics socket asks for no credentials", "no credentials beside a socket");
        }

        return haproxy is not null ? new HaproxyStatistics(haproxy.Value, proxy?.Value, credentials?.Value)
            : prometheus is not null ? new HaproxyPrometheus(prometheus.Value, proxy?.Value, credentials?.Value)
            : null;
    }
}

using System.Text.RegularExpressions;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Envoy;

/// <summary>
/// What /stats says of WebSockets. downstream_cx_upgrades_total and _active rise when Envoy has chosen the filters for an upgrade, before a
/// backend has answered: they are upgrades begun. What was answered with 101 is in downstream_rq_1xx, at once.
/// </summary>
internal sealed record EnvoyStats(long Open, StackCounters Counters)
{
    // Envoy's own traffic, which no connection manager of the user's takes.
    private static readonly string[] OwnPrefixes = ["admin", "async-client"];

    /// <summary>The path and query that ask for no more than is read here.</summary>
    public static string Path(string? statPrefix)
    {
        var prefix = statPrefix is null ? ".*" : Regex.Escape(statPrefix).Replace("\\ ", " ", StringComparison.Ordinal);
        var filter = $@"^http\.{prefix}\.downstream_(cx_total|cx_upgrades_total|cx_upgrades_active|rq_1xx|rq_5xx)$"
            + @"|^cluster\..*\.upstream_cx_(connect_fail|protocol_error)$";
        return $"stats?format=json&filter={Uri.EscapeDataString(filter)}";
    }

    /// <exception cref="InvalidDataException">No connection manager has such a prefix.</exception>
    public static EnvoyStats Parse(string json, string? statPrefix)
    {
        var stats = EnvoyJson.Items(EnvoyJson.Parse(json), "stats")
            .Select(stat => (Name: EnvoyJson.Text(stat, "name"), Value: EnvoyJson.Number(stat, "value")))
            .Where(stat => stat.Name is not null && stat.Value is not null && IsWanted(stat.Name, statPrefix))
            .ToList();
        if (!stats.Exists(stat => stat.Name!.StartsWith("http.", StringComparison.Ordinal)))
        {
            throw new InvalidDataException(statPrefix is null
                ? "Envoy has no HTTP connection manager"
                : $"Envoy has no HTTP connection manager with the stat_prefix {statPrefix}");
        }

        long Sum(string end) => stats.Where(stat => stat.Name!.EndsWith(end, StringComparison.Ordinal)).Sum(stat => stat.Value!.Value);
        return new EnvoyStats(
            Sum(".downstream_cx_upgrades_active"),
            new StackCounters(
                Sum(".downstream_cx_total"),
                Sum(".downstream_cx_upgrades_total"),
                Sum(".downstream_rq_1xx"),
                // A connect timeout counts as a failure too, so that adding upstream_cx_connect_timeout would count it twice.
                Sum(".upstream_cx_connect_fail") + Sum(".upstream_cx_protocol_error"),
                Sum(".downstream_rq_5xx")));
    }

    private static bool IsWanted(string name, string? statPrefix) => statPrefix is not null
        ? !name.StartsWith("http.", StringComparison.Ordinal) || name.StartsWith($"http.{statPrefix}.downstream_", StringComparison.Ordinal)
        : !Array.Exists(OwnPrefixes, own => name.StartsWith($"http.{own}.", StringComparison.Ordinal));
}

using System.Collections.Immutable;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>
/// What HAProxy's rows say of WebSockets. While one is open, its 101 stands in the row of its server and nowhere else: frontends and
/// backends count a stream when it ends. And only a server's current sessions are open WebSockets: a frontend's are idle connections too.
/// </summary>
internal sealed record HaproxyCount(long Open, StackCounters Counters, ImmutableArray<BackendSample> Servers)
{
    /// <param name="rows">All of them.</param>
    /// <param name="proxy">The backend or listen section that is meant; null for all that have servers.</param>
    /// <exception cref="InvalidDataException">There is no such backend.</exception>
    public static HaproxyCount Of(IReadOnlyList<HaproxyRow> rows, string? proxy)
    {
        var servers = rows.Where(row => row.IsServer && (proxy is null || row.Proxy == proxy)).ToList();
        var backends = rows.Where(row => row.IsBackend && servers.Exists(server => server.Proxy == row.Proxy)).ToList();
        if (backends.Count == 0)
        {
            throw new InvalidDataException(Missing(rows, proxy));
        }

        long Of(string field) => backends.Sum(backend => backend[field]);
        return new HaproxyCount(
            servers.Sum(server => server["scur"]),
            new StackCounters(
                Of("stot"), Of("stot"), servers.Sum(server => server["hrsp_1xx"]), Of("econ") + Of("eresp"), Of("hrsp_5xx")),
            [.. servers.Select(server => new BackendSample($"{server.Proxy}/{server.Name}", server["scur"], server["hrsp_1xx"]))]);
    }

    private static string Missing(IReadOnlyList<HaproxyRow> rows, string? proxy)
    {
        var known = rows.Where(row => row.IsServer).Select(row => row.Proxy).Distinct().ToList();
        var which = known.Count == 0 ? "none has" : $"these have: {string.Join(", ", known)}";
        return proxy is null ? "HAProxy has no backend with servers" : $"HAProxy has no backend {proxy} with servers; {which}";
    }
}

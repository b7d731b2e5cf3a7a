using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Envoy;

/// <summary>The hosts behind an Envoy, by /clusters.</summary>
internal static class EnvoyClusters
{
    public static ImmutableArray<BackendSample> Parse(string json) =>
        [.. EnvoyJson.Items(EnvoyJson.Parse(json), "cluster_statuses").SelectMany(Hosts).DistinctBy(host => host.Name)];

    private static IEnumerable<BackendSample> Hosts(JsonElement cluster)
    {
        var name = EnvoyJson.Text(cluster, "name") ?? "";
        foreach (var host in EnvoyJson.Items(cluster, "host_statuses"))
        {
            var stats = EnvoyJson.Items(host, "stats")
                .ToLookup(stat => EnvoyJson.Text(stat, "name"), stat => EnvoyJson.Number(stat, "value") ?? 0);
            // Envoy does not count upgrades by host. Every upgrade is a request to it.
            yield return new BackendSample(
                $"{name}/{Address(host)}", stats["cx_active"].FirstOrDefault(), stats["rq_total"].FirstOrDefault());
        }
    }

    private static string Address(JsonElement host)
    {
        var address = EnvoyJson.Member(host, "address") ?? default;
        return EnvoyJson.Member(address, "socket_address") is { } socket
                ? string.Create(
                    CultureInfo.InvariantCulture, $"{EnvoyJson.Text(socket, "address")}:{EnvoyJson.Number(socket, "port_value")}")
            : EnvoyJson.Member(address, "pipe") is { } pipe ? EnvoyJson.Text(pipe, "path") ?? ""
            : EnvoyJson.Text(host, "hostname") ?? "";
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cutover.Lab.Edges.Statistics;

/// <summary>
/// Envoy's admin interface with one HTTP connection manager "ingress_wss" and one cluster "app", as far as the lab has something to say; by
/// the public documentation. As there, an upgrade counts as begun, and as active, before it is answered; protobuf messages write 64-bit
/// numbers as strings and leave out what is zero.
/// </summary>
internal static class EnvoyPages
{
    private const string Manager = "http.ingress_wss.";
    private const string Cluster = "cluster.app.";

    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    /// <param name="path">Of the request.</param>
    /// <param name="format">The query's format; only json is emulated.</param>
    /// <param name="filter">The query's filter, a regular expression; null for everything.</param>
    /// <param name="process">What is told.</param>
    /// <param name="host">The address that stands for the host behind it.</param>
    public static StatisticsPage Answer(
        string path, string? format, string? filter, EdgeProcessReading process, IPEndPoint host) => path switch
    {
        "/ready" => new(200, "text/plain", "LIVE\n"),
        "/server_info" => Json(ServerInfo(process)),
        "/stats" or "/clusters" when format != "json" => new(400, "text/plain", "The lab emulates format=json only.\n"),
        "/stats" => Stats(filter, process),
        "/clusters" => Json(Clusters(process, host)),
        _ => StatisticsPage.NotFound,
    };

    private static JsonObject ServerInfo(EdgeProcessReading process)
    {
        var uptime = process.Uptime.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + "s";
        return new JsonObject
        {
            ["version"] = "0/lab/Clean/RELEASE/emulation",
            ["state"] = "LIVE",
            ["uptime_current_epoch"] = uptime,
            ["uptime_all_epochs"] = uptime,
            ["hot_restart_version"] = "disabled",
            ["command_line_options"] = new JsonObject { ["concurrency"] = 1 },
        };
    }

    private static StatisticsPage Stats(string? filter, EdgeProcessReading process)
    {
        try
        {
            var wanted = filter is null ? null : new Regex(filter, RegexOptions.None, LongestMatch);
            var stats = Values(process)
                .Where(stat => wanted?.IsMatch(stat.Name) != false)
                .Select(JsonNode (stat) => new JsonObject { ["name"] = stat.Name, ["value"] = stat.Value });
            return Json(new JsonObject { ["stats"] = new JsonArray([.. stats]) });
        }
        catch (ArgumentException)
        {
            return new(400, "text/plain", "Invalid re2 regex\n");
        }
    }

    private static IEnumerable<(string Name, long Value)> Values(EdgeProcessReading process)
    {
        var counts = process.Counts;
        return
        [
            (Cluster + "upstream_cx_connect_fail", 0),
            (Cluster + "upstream_cx_protocol_error", 0),
            (Manager + "downstream_cx_active", counts.Open + process.Waiting),
            (Manager + "downstream_cx_total", counts.Tried),
            (Manager + "downstream_cx_upgrades_active", counts.Open + process.Waiting),
            (Manager + "downstream_cx_upgrades_total", counts.Tried),
            (Manager + "downstream_rq_1xx", counts.Accepted),
            (Manager + "downstream_rq_5xx", counts.Refused),
            ("http.admin.downstream_cx_total", process.Number),
            ("server.live", 1),
        ];
    }

    private static JsonObject Clusters(EdgeProcessReading process, IPEndPoint host) => new()
    {
        ["cluster_statuses"] = new JsonArray(new JsonObject
        {
            ["name"] = "app",
            ["host_statuses"] = new JsonArray(new JsonObject
            {
                ["address"] = new JsonObject
                {
                    ["socket_address"] = new JsonObject { ["address"] = host.Address.ToString(), ["port_value"] = host.Port },
                },
                ["stats"] = new JsonArray(
                    Stat("cx_active", process.Counts.Open, "GAUGE"),
                    Stat("cx_connect_fail", 0, null),
                    Stat("rq_total", process.Counts.Tried, null)),
                ["health_status"] = new JsonObject { ["eds_health_status"] = "HEALTHY" },
            }),
        }),
    };

    private static JsonObject Stat(string name, long value, string? type)
    {
        var stat = new JsonObject { ["name"] = name };
        if (value != 0)
        {
            stat["value"] = value.ToString(CultureInfo.InvariantCulture);
        }

        if (type is not null)
        {
            stat["type"] = type;
        }

        return stat;
    }

    private static StatisticsPage Json(JsonObject body) => new(200, "application/json", body.ToJsonString());
}

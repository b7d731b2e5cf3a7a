using System.Globalization;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>HAProxy's built-in Prometheus exporter: the same rows under other names.</summary>
internal sealed class HaproxyPrometheusReader(HaproxyPrometheus endpoint, TimeProvider time) : IStatisticsReader
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["server_current_sessions"] = "scur",
        ["backend_sessions_total"] = "stot",
        ["backend_connection_errors_total"] = "econ",
        ["backend_response_errors_total"] = "eresp",
    };

    private readonly StatisticsHttp http = new(endpoint.Credentials);

    // Frontends and listeners are not read, and of a busy HAProxy they are most of the page.
    private Uri Address => endpoint.Address.Query.Length > 0
        ? endpoint.Address
        : new Uri(endpoint.Address.GetLeftPart(UriPartial.Path) + "?scope=global&scope=backend&scope=server");

    public async Task<InstanceSample> ReadAsync(CancellationToken cancellation)
    {
        var lines = PrometheusLine.Parse(await http.GetAsync(Address, cancellation)).ToList();
        if (!lines.Exists(line => line.Metric.StartsWith("haproxy_process_", StringComparison.Ordinal)))
        {
            throw new InvalidDataException($"{endpoint.Address} does not answer with HAProxy's own metrics");
        }

        return HaproxySamples.Of(Rows(lines), endpoint.Proxy, Process(lines), time.GetUtcNow());
    }

    private static List<HaproxyRow> Rows(List<PrometheusLine> lines) =>
        [.. lines
            .Where(line => line.Labels.ContainsKey("proxy"))
            .GroupBy(line => (Proxy: line.Labels["proxy"], Name: line.Labels.GetValueOrDefault("server") ?? "BACKEND"))
            .Select(row => new HaproxyRow(row.Key.Proxy, row.Key.Name, Numbers(row)))];

    private static Dictionary<string, long> Numbers(IEnumerable<PrometheusLine> row)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in row)
        {
            if (Field(line) is { } field)
            {
                numbers[field] = (long)line.Value;
            }
        }

        return numbers;
    }

    private static string? Field(PrometheusLine line)
    {
        var metric = line.Metric.StartsWith("haproxy_", StringComparison.Ordinal) ? line.Metric["haproxy_".Length..] : line.Metric;
        return metric is "server_http_responses_total" or "backend_http_responses_total"
            ? "hrsp_" + line.Labels.GetValueOrDefault("code")
            : Fields.GetValueOrDefault(metric);
    }

    private static HaproxyProcess Process(List<PrometheusLine> lines)
    {
        double? Of(string metric) => lines.Find(line => line.Metric == "haproxy_process_" + metric)?.Value;
        return new HaproxyProcess(
            Of("start_time_seconds") is { } start ? string.Create(CultureInfo.InvariantCulture, $"started {start:0}") : null,
            Of("uptime_seconds") is { } uptime ? TimeSpan.FromSeconds(uptime) : null,
            Of("stopping") is 1);
    }
}

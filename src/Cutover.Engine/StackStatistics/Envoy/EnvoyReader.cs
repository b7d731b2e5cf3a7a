using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Envoy;

/// <summary>
/// Envoy's admin interface. Written after its public documentation and source, and held to answers recorded from there; never run against
/// an Envoy, of which there was none.
/// </summary>
internal sealed class EnvoyReader(EnvoyAdmin endpoint, TimeProvider time) : IStatisticsReader
{
    private readonly StatisticsHttp http = new(endpoint.Credentials);
    private string? lastProcess;

    public async Task<InstanceSample> ReadAsync(CancellationToken cancellation)
    {
        var sample = await ReadOnceAsync(cancellation);
        if (sample.Process == lastProcess)
        {
            return sample;
        }

        // Between two requests the next epoch may have taken over: what is read now is its own.
        lastProcess = sample.Process;
        return await ReadOnceAsync(cancellation);
    }

    private async Task<InstanceSample> ReadOnceAsync(CancellationToken cancellation)
    {
        var stats = EnvoyStats.Parse(await GetAsync(EnvoyStats.Path(endpoint.StatPrefix), cancellation), endpoint.StatPrefix);
        var clusters = EnvoyClusters.Parse(await GetAsync("clusters?format=json", cancellation));
        // 200 LIVE, or 503 with what keeps it from that.
        var (_, ready) = await http.AskAsync(At("ready"), cancellation);
        var info = EnvoyServerInfo.Parse(await GetAsync("server_info", cancellation));
        return new InstanceSample(time.GetUtcNow(), info.Process, info.Uptime, stats.Open, stats.Counters, clusters)
        {
            OutOfService = ready.Trim() is "LIVE" ? null : ready.Trim(),
        };
    }

    private Task<string> GetAsync(string path, CancellationToken cancellation) => http.GetAsync(At(path), cancellation);

    private Uri At(string path) => new(endpoint.Address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path);
}

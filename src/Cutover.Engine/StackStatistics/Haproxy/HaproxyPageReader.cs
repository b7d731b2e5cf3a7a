using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>HAProxy's statistics page: the counters from its CSV, the process from the head of its HTML.</summary>
internal sealed class HaproxyPageReader(HaproxyStatistics endpoint, TimeProvider time) : IStatisticsReader
{
    private const string CsvSuffix = ";csv";

    private readonly StatisticsHttp http = new(endpoint.Credentials);
    private string? lastProcess;

    private string Page
    {
        get
        {
            var page = endpoint.Address.GetLeftPart(UriPartial.Path);
            var suffix = page.IndexOf(CsvSuffix, StringComparison.Ordinal);
            return suffix < 0 ? page : page[..suffix];
        }
    }

    public async Task<InstanceSample> ReadAsync(CancellationToken cancellation)
    {
        var rows = await ReadTableAsync(cancellation);
        // A scope that fits no proxy leaves the head of the page, which is all that is wanted.
        var head = await http.GetAsync(new Uri($"{Page};norefresh?scope=-none-"), cancellation);
        var process = HaproxyProcess.OfPage(head);
        if (process.Name != lastProcess)
        {
            // Between the two requests another process may have taken over: these are its own counters.
            lastProcess = process.Name;
            rows = await ReadTableAsync(cancellation);
        }

        return HaproxySamples.Of(rows, endpoint.Proxy, process, time.GetUtcNow());
    }

    private async Task<IReadOnlyList<HaproxyRow>> ReadTableAsync(CancellationToken cancellation) =>
        HaproxyTable.Parse(await http.GetAsync(new Uri(Page + CsvSuffix), cancellation));
}

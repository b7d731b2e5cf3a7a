using System.Diagnostics;
using System.Net;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab;
using Cutover.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.StackStatistics;

/// <summary>The lab with real stacks of docker-compose.yml. Its HAProxy is run here; its Envoy can only be read.</summary>
public sealed class LabStacksTests
{
    private const string Haproxy = "docs/stacks/haproxy.cfg";
    private static readonly IPAddress Address = new([127, (byte)(40 + (Environment.ProcessId % 20)), 255, 1]);

    [Fact]
    public async Task The_labs_clients_go_through_HAProxy_which_counts_them()
    {
        var folder = Directory.CreateTempSubdirectory("cutover-stacks-");
        var file = Path.Combine(folder.FullName, "haproxy.cfg");
        await File.WriteAllTextAsync(file, RepositoryFiles.Read(Haproxy).Replace("127.0.1.1", $"{Address}", StringComparison.Ordinal), Cancellation);
        using var haproxy = Process.Start(new ProcessStartInfo("haproxy", ["-db", "-f", file]) { RedirectStandardError = true })!;
        try
        {
            var options = FastLab.Options() with { SourceAddress = Address, EdgePort = 7101, ClientPort = 7001 };
            await using var lab = await LabWorld.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, Cancellation);

            await Waiting.UntilAsync(
                async () => await ReadAsync() is { } sample
                    && sample.Counters.Upgrades > options.Clients && sample.Open > 0 && lab.Shares().Source.Open > 0,
                () => haproxy.HasExited ? haproxy.StandardError.ReadToEnd() : "HAProxy runs");

            Assert.Equal("edge/lab", Assert.Single((await ReadAsync())!.Backends).Name);
        }
        finally
        {
            haproxy.Kill();
            await haproxy.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(Haproxy, "bind 127.0.1.1:7001", "server lab 127.0.1.1:7101", "bind 127.0.1.1:8404", "stats uri /stats", "backend edge")]
    [InlineData("docs/stacks/envoy.yaml", "address: 127.0.1.2, port_value: 7001", "address: 127.0.1.2, port_value: 7101", "address: 127.0.1.2, port_value: 9901", "stat_prefix: ingress_wss")]
    [InlineData("docker-compose.yml", "--Lab:EdgePort=7101", "--Lab:ClientPort=7001", "./docs/stacks/haproxy.cfg:", "./docs/stacks/envoy.yaml:")]
    [InlineData("playbooks/lab-stacks.yaml", "ws://127.0.1.1:7001/", "http://127.0.1.1:8404/stats;csv", "proxy: edge", "ws://127.0.1.2:7001/", "http://127.0.1.2:9901", "statPrefix: ingress_wss")]
    public void What_one_file_says_the_others_count_on(string file, params string[] said) =>
        Assert.All(said, words => Assert.Contains(words, RepositoryFiles.Read(file), StringComparison.Ordinal));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<InstanceSample?> ReadAsync() =>
        HaproxyStack.TryAsync(new HaproxyStatistics(new Uri($"http://{Address}:8404/stats;csv"), "edge"));
}

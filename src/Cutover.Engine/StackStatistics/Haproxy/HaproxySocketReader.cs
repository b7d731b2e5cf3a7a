using System.Net;
using System.Net.Sockets;
using System.Text;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>HAProxy's statistics socket, level user or more: both questions on one connection, so that one process answers both.</summary>
internal sealed class HaproxySocketReader(HaproxyStatistics endpoint, TimeProvider time) : IStatisticsReader
{
    private static readonly byte[] Question = Encoding.ASCII.GetBytes("show info; show stat\n");

    public async Task<InstanceSample> ReadAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(cancellation);
        return HaproxySamples.Of(HaproxyTable.Parse(answer), endpoint.Proxy, HaproxyProcess.OfInfo(answer), time.GetUtcNow());
    }

    // HAProxy closes the connection after its answer.
    private async Task<string> AskAsync(CancellationToken cancellation)
    {
        var isPath = endpoint.Address.Scheme == "unix";
        using var socket = isPath
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(
            isPath
                ? new UnixDomainSocketEndPoint(Uri.UnescapeDataString(endpoint.Address.AbsolutePath))
                : new DnsEndPoint(endpoint.Address.Host, endpoint.Address.Port),
            cancellation);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Question, cancellation);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(cancellation);
    }
}

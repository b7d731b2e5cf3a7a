using System.Net.Sockets;
using System.Text;
using Cutover.Lab.Route53;

namespace Cutover.Lab.Tests.Route53;

/// <summary>How a connection ends, seen from the client's socket.</summary>
public sealed class DisconnectionTests
{
    [Theory]
    [InlineData("GET", "before")]
    [InlineData("GET", "after")]
    [InlineData("POST", "before")]
    [InlineData("POST", "after")]
    public async Task A_connection_closed_in_order_ends_the_stream(string method, string when)
    {
        await using var world = await Route53World.StartAsync();
        var faults = world.Emulator.Faults;
        (when == "before" ? faults.CloseBeforeActing : faults.LoseResponse).Next(1);
        using var client = await AskAsync(world, method);

        Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("GET", "before")]
    [InlineData("GET", "after")]
    [InlineData("POST", "before")]
    [InlineData("POST", "after")]
    public async Task A_connection_that_is_reset_fails_the_read(string method, string when)
    {
        await using var world = await Route53World.StartAsync();
        var faults = world.Emulator.Faults;
        (when == "before" ? faults.ResetBeforeActing : faults.ResetAfterActing).Next(1);
        using var client = await AskAsync(world, method);

        var broken = await Assert.ThrowsAsync<IOException>(
            () => client.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(broken.InnerException).SocketErrorCode);
    }

    private static async Task<TcpClient> AskAsync(Route53World world, string method)
    {
        var client = new TcpClient();
        await client.ConnectAsync(world.Emulator.Endpoint.Host, world.Emulator.Endpoint.Port, TestContext.Current.CancellationToken);
        var body = method == "POST" ? "Content-Length: 2\r\n\r\n{}" : "\r\n";
        var request = $"{method} /2013-04-01/hostedzone/ZLAB/rrset/ HTTP/1.1\r\nHost: route53\r\n{body}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return client;
    }
}

using System.Net;
using System.Net.Sockets;
using Cutover.Engine.Notifications.Addresses;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>Addresses are judged when they are dialled, whatever name led to them.</summary>
public sealed class DialerTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public DialerTests() => listener.Start();

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    public async Task What_leads_inside_is_not_even_dialled(string host)
    {
        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => DialAsync(host, isPlain: false));

        Assert.Contains("Cutover:Notifications:AllowedNetworks does not allow", refused.Message, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Without_TLS_even_a_public_address_must_be_allowed()
    {
        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => DialAsync("1.1.1.1", isPlain: true));

        Assert.Contains("without TLS", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_allowed_network_is_dialled(string host)
    {
        using var socket = await DialAsync(host, isPlain: true, "127.0.0.0/8");

        Assert.Equal(Port, ((IPEndPoint)socket.RemoteEndPoint!).Port);
    }

    private Task<Socket> DialAsync(string host, bool isPlain, params string[] allowed) =>
        new GuardedDialer(new AddressRules([.. allowed.Select(network => IPNetwork.Parse(network))]))
            .DialAsync(host, Port, isPlain, TestContext.Current.CancellationToken);
}

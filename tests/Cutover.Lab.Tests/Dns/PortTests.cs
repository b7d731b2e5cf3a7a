using System.Net;
using System.Net.Sockets;
using Cutover.Lab.Dns;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Tests.Dns;

public sealed class PortTests
{
    // A fixed port needs an address that no other process, and no other run of these tests, binds at the same time.
    private static readonly LabDnsServerOptions Fixed = new()
    {
        Address = new IPAddress([127, 53, (byte)(Environment.ProcessId >> 8), (byte)Environment.ProcessId]), Port = 5300,
    };

    [Theory]
    [InlineData(SocketType.Stream, ProtocolType.Tcp)]
    [InlineData(SocketType.Dgram, ProtocolType.Udp)]
    public async Task A_port_that_one_transport_cannot_have_is_an_error_that_leaves_nothing_behind(SocketType type, ProtocolType protocol)
    {
        using (var occupant = new Socket(AddressFamily.InterNetwork, type, protocol))
        {
            occupant.Bind(new IPEndPoint(Fixed.Address, Fixed.Port));
            if (type == SocketType.Stream)
            {
                occupant.Listen();
            }

            await Assert.ThrowsAsync<SocketException>(() => StartAsync(Fixed));
        }

        await using var server = await StartAsync(Fixed);
        Assert.Equal(new IPEndPoint(Fixed.Address, Fixed.Port), server.EndPoint);
    }

    [Fact]
    public async Task A_server_can_be_stopped_as_soon_as_it_was_started_and_started_again_on_its_port()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var server = await StartAsync(Fixed);
        }
    }

    [Fact]
    public async Task Two_servers_that_take_any_port_take_different_ones()
    {
        await using var one = await StartAsync(new());
        await using var two = await StartAsync(new());
        Assert.NotEqual(one.EndPoint, two.EndPoint);
    }

    private static Task<LabDnsServer> StartAsync(LabDnsServerOptions options) =>
        LabDnsServer.StartAsync(options, new HostedZones(TimeProvider.System), new Random(1), TestContext.Current.CancellationToken);
}

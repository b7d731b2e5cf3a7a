using Cutover.Tests.Fixtures;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Notifications;

/// <summary>A lab in which people sign in, and a channel of it that a receiver on loopback stands behind.</summary>
internal sealed class HookedHost : IAsyncDisposable
{
    private HookedHost(RunningHost host, HookReceiver receiver) => (Host, Receiver) = (host, receiver);

    public RunningHost Host { get; }

    public HookReceiver Receiver { get; }

    /// <param name="events">What the channel "ops" is told.</param>
    public static async Task<HookedHost> StartAsync(params string[] events)
    {
        var receiver = await HookReceiver.StartAsync();
        return new HookedHost(
            await RunningHost.WithLabAsync(
            [
                "--Cutover:SignIn=true",
                "--Cutover:PublicAddress=https://cutover.example",
                "--Cutover:Notifications:AllowedNetworks:0=127.0.0.0/8",
                "--Cutover:Notifications:Channels:ops:Kind=webhook",
                $"--Cutover:Notifications:Channels:ops:Url={new Uri(receiver.Address, "T0PSECRET")}",
                "--Cutover:Notifications:Channels:ops:Secret=T0PSECRET and long enough for a key",
                .. events.Select((happened, index) => $"--Cutover:Notifications:Channels:ops:Events:{index}={happened}"),
            ]),
            receiver);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

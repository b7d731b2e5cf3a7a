using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

/// <summary>Holds one connection to a scripted server until it ends.</summary>
internal static class Holds
{
    public static async Task<HeldEnd> EndAsync(Func<RawPeer, Task> script, ProbeOptions? options = null)
    {
        await using var server = new RawServer(script);
        return await EndAsync(
            server,
            options ?? new ProbeOptions { BeatDeadline = TimeSpan.FromSeconds(60) },
            TimeProvider.System,
            new ProbeWindow(TimeProvider.System),
            TestContext.Current.CancellationToken);
    }

    public static async Task<HeldEnd> EndAsync(
        RawServer server, ProbeOptions options, TimeProvider time, ProbeWindow window, CancellationToken stop)
    {
        var connected = Assert.IsType<DialOutcome.Connected>(await Dials.DialAsync(server.Uri()));
        using var held = new HeldConnection(connected.Connection, options, time, window);
        var end = await held.RunAsync(stop).Guarded();
        if (end.Kind is HeldEndKind.CloseFrame or HeldEndKind.Released)
        {
            await held.CloseAsync().Guarded();
        }

        return end;
    }
}

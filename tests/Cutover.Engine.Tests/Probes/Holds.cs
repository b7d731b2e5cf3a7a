using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging.Abstractions;

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
        using var wheel = new TimerWheel(time);
        var target = new ProbeTarget("Envoy", server.Uri(), Dials.Record);
        var owner = new HeldWitness();
        var held = new HeldConnection(
            connected.Connection, new Holding(target, options, window, wheel, time, new Random(1), NullLogger.Instance), owner);
        held.Start();
        await using (stop.UnsafeRegister(_ => held.Release(), null))
        {
            await owner.Closing.Guarded();
        }

        return owner.End!.Value;
    }
}

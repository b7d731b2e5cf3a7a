using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

internal static class Dials
{
    public const string Record = "wss-primary.lab.example";

    public static async Task<DialOutcome> DialAsync(Uri endpoint, ProbeOptions? options = null, TimeProvider? time = null) =>
        await new WebSocketDialer(
            new ProbeTarget("Envoy", endpoint, Record),
            options ?? new ProbeOptions { DialDeadline = TimeSpan.FromSeconds(20) },
            time ?? TimeProvider.System)
            .DialAsync(TestContext.Current.CancellationToken)
            .Guarded();

    /// <summary>Dials a server that does this to each connection.</summary>
    public static async Task<DialOutcome> DialAsync(Func<RawPeer, Task> script, ProbeOptions? options = null)
    {
        await using var server = new RawServer(script);
        return await DialAsync(server.Uri(), options);
    }

    /// <summary>Dials a server that answers every request with these bytes, and then hangs up.</summary>
    public static Task<DialOutcome> DialAnsweredWith(string answer, ProbeOptions? options = null) => DialAsync(
        async peer =>
        {
            await peer.ReadRequestAsync();
            await peer.SendAsync(answer);
        },
        options);
}

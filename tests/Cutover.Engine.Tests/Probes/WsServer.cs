using System.Diagnostics;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

/// <summary>An echo server of npm `ws`, which nobody here wrote, on a port of its choice on loopback.</summary>
internal sealed class WsServer : IAsyncDisposable
{
    private const string Script = """
        const { WebSocketServer } = require("ws");
        const options = { host: "127.0.0.1", port: 0, handleProtocols: (offered) => offered.has("chat.v2") ? "chat.v2" : false };
        const server = new WebSocketServer(options, () => console.log(server.address().port));
        server.on("connection", (socket, request) => {
          if (request.headers.authorization !== "Bearer abc") {
            socket.close(1008, "who are you");
            return;
          }
          socket.on("message", (data, isBinary) => socket.send(String(data) === "hello" ? "welcome" : data, { binary: isBinary }));
        });
        process.stdin.on("data", (line) => server.clients.forEach((socket) => socket.close(Number(line), "as told")));
        process.stdin.on("end", () => process.exit(0));
        """;

    private readonly Process _process;

    private WsServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>What its clients must say.</summary>
    public static ProbeOptions Login { get; } = Stacks.Quick with
    {
        Headers = Stacks.Quick.Headers.Add("Authorization", "Bearer abc"),
        Subprotocol = "chat.v2",
        FirstMessage = "hello",
        ExpectedReply = "welcome",
        Beat = BeatKind.Echo,
    };

    public static async Task<WsServer> StartAsync()
    {
        var start = new ProcessStartInfo("node", ["-e", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["NODE_PATH"] = Environment.GetEnvironmentVariable("CUTOVER_NODE_MODULES")
            ?? Path.Combine(Path.GetTempPath(), "cutover-tests", "node_modules");
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().Guarded();
        Assert.True(port is not null, "node with the package ws did not start; tests/run installs both");
        return new WsServer(process, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Closes every connection with this code.</summary>
    public Task CloseAllAsync(int code) => _process.StandardInput.WriteAsync($"{code}\n");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cutover.Tests.Fixtures;

namespace Cutover.Engine.Tests.Probes;

/// <summary>A real HAProxy on loopback in front of one backend.</summary>
internal sealed class HaproxyServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cutover-haproxy-");
    private readonly Process _process;

    private HaproxyServer(int port, int backendPort)
    {
        Port = port;
        var config = Path.Combine(_folder.FullName, "haproxy.cfg");
        File.WriteAllText(config, Config(port, backendPort));
        _process = Process.Start(new ProcessStartInfo(
            "haproxy", ["-db", "-f", config]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    public int Port { get; }

    public Uri Uri => new($"ws://127.0.0.1:{Port}/");

    /// <summary>Starts it and waits until it accepts connections.</summary>
    public static async Task<HaproxyServer> StartAsync(int backendPort)
    {
        var server = new HaproxyServer(FreePort.On(IPAddress.Loopback), backendPort);
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
                return server;
            }
            catch (SocketException) when (tries < 10_000 && !server._process.HasExited)
            {
                await Task.Yield();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Config(int port, int backendPort) => $"""
        defaults
          mode http
          retries 0
          timeout connect 2s
          timeout client 60s
          timeout server 60s
          timeout tunnel 60s
        frontend edge
          bind 127.0.0.1:{port}
          default_backend app
        backend app
          server app1 127.0.0.1:{backendPort}

        """;
}

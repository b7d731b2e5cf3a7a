using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Cutover.Tests.Fixtures;

namespace Cutover.Engine.Tests.Probes;

/// <summary>A real HAProxy on loopback in front of one backend.</summary>
internal sealed class HaproxyServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cutover-haproxy-");
    private readonly Process _process;
    private readonly string _scheme;

    private HaproxyServer(int port, int backendPort, X509Certificate2? certificate)
    {
        (Port, _scheme) = (port, certificate is null ? "ws" : "wss");
        var config = Path.Combine(_folder.FullName, "haproxy.cfg");
        File.WriteAllText(config, Config(port, backendPort, certificate is null ? "" : $" ssl crt {Write(certificate)}"));
        _process = Process.Start(new ProcessStartInfo(
            "haproxy", ["-db", "-f", config]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    public int Port { get; }

    public Uri Uri => new($"{_scheme}://127.0.0.1:{Port}/");

    /// <summary>Starts it, with TLS if it has a certificate, and waits until it accepts connections.</summary>
    public static async Task<HaproxyServer> StartAsync(int backendPort, X509Certificate2? certificate = null)
    {
        var server = new HaproxyServer(FreePort.On(IPAddress.Loopback), backendPort, certificate);
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

    private string Write(X509Certificate2 certificate)
    {
        var file = Path.Combine(_folder.FullName, "edge.pem");
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportECPrivateKeyPem()}\n");
        return file;
    }

    private static string Config(int port, int backendPort, string tls) => $"""
        defaults
          mode http
          retries 0
          timeout connect 2s
          timeout client 60s
          timeout server 60s
          timeout tunnel 60s
        frontend edge
          bind 127.0.0.1:{port}{tls}
          default_backend app
        backend app
          server app1 127.0.0.1:{backendPort}

        """;
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Cutover.Core.Playbooks;
using Cutover.Core.StackStatistics;
using Cutover.Engine.StackStatistics;
using Cutover.Lab.Edges;
using Cutover.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.StackStatistics;

/// <summary>A real HAProxy on loopback, master and worker, in front of one of the lab's edges, with every way to ask for its statistics.</summary>
internal sealed class HaproxyStack : IAsyncDisposable
{
    public const string Password = "operator:s3cret";

    private static int stacks;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-haproxy-");
    private readonly List<ClientWebSocket> clients = [];
    private readonly ConcurrentQueue<string> said = [];
    private readonly IPEndPoint edge;
    private readonly IPEndPoint page;
    private readonly IPEndPoint socket;
    private readonly IPEndPoint middle;
    private readonly Process process;
    private readonly Process? relay;

    private HaproxyStack(bool relayed)
    {
        var number = Interlocked.Increment(ref stacks);
        (edge, page, socket, middle) = (Own(number, 1), Own(number, 2), Own(number, 3), Own(number, 4));
        Backend = Edge.Start(
            new EdgeOptions("app1", new IPEndPoint(IPAddress.Loopback, 0)), TimeProvider.System, new Random(3), NullLogger<Edge>.Instance);
        relay = relayed ? Run("relay.cfg", RelayConfig()) : null;
        process = Run("haproxy.cfg", Config(relayed ? middle.ToString() : Backend.Address.ToString()), "-W");
    }

    /// <summary>The lab's edge behind it.</summary>
    public Edge Backend { get; }

    public HaproxyStatistics Page => new(At("http", page, "/stats;csv"), "app");

    public HaproxyStatistics Guarded => new(At("http", page, "/guarded;csv"), "app");

    public HaproxyStatistics UnixSocket => new(new Uri("unix://" + SocketFile), "app");

    public HaproxyStatistics TcpSocket => new(At("tcp", socket, "/"), "app");

    public HaproxyPrometheus Prometheus => new(At("http", page, "/metrics"), "app");

    private string SocketFile => Path.Combine(folder.FullName, "stats.sock");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="relayed">Puts a process of its own between HAProxy and the edge, which a test can kill.</param>
    public static async Task<HaproxyStack> StartAsync(bool relayed = false)
    {
        var stack = new HaproxyStack(relayed);
        await Waiting.UntilAsync(async () => await TryAsync(stack.UnixSocket) is not null);
        if (relayed)
        {
            await Waiting.UntilAsync(stack.RelayListensAsync);
        }

        return stack;
    }

    public StatisticsEndpoint Way(string name) => name switch
    {
        "page" => Page,
        "unix" => UnixSocket,
        "tcp" => TcpSocket,
        _ => Prometheus,
    };

    public static Task<InstanceSample> ReadAsync(StatisticsEndpoint endpoint) =>
        StatisticsReaders.For(endpoint, TimeProvider.System).ReadAsync(Cancellation);

    /// <summary>Null when it does not answer, or not in time: a worker that leaves may never get to a connection it has accepted.</summary>
    public static async Task<InstanceSample?> TryAsync(StatisticsEndpoint endpoint)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            return await StatisticsReaders.For(endpoint, TimeProvider.System).ReadAsync(deadline.Token);
        }
        catch (Exception failure) when (failure is SocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            Cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>Opens WebSockets through HAProxy, and leaves them open.</summary>
    public async Task OpenAsync(int count)
    {
        for (var opened = 0; opened < count; opened++)
        {
            clients.Add(await DialAsync());
        }
    }

    /// <summary>Dials that are expected to fail.</summary>
    public async Task FailAsync(int count)
    {
        for (var tried = 0; tried < count; tried++)
        {
            await Assert.ThrowsAsync<WebSocketException>(DialAsync);
        }
    }

    /// <summary>Every client that is still connected gets an echo.</summary>
    public async Task<int> EchoesAsync()
    {
        var echoes = 0;
        foreach (var client in clients)
        {
            await client.SendAsync("x"u8.ToArray(), WebSocketMessageType.Text, true, Cancellation);
            echoes += (await client.ReceiveAsync(new byte[8], Cancellation)).Count;
        }

        return echoes;
    }

    /// <summary>Has the master start a new worker, and waits until that one answers.</summary>
    public async Task ReloadAsync()
    {
        var before = (await ReadAsync(UnixSocket)).Process;
        // A master that has just started executes itself anew, and loses a signal that arrives meanwhile: it is told again until it obeys.
        var told = 0L;
        await Waiting.UntilAsync(async () =>
        {
            if (Stopwatch.GetElapsedTime(told) > TimeSpan.FromSeconds(3))
            {
                told = Stopwatch.GetTimestamp();
                using var kill = Process.Start("kill", ["-USR2", process.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(Cancellation);
            }

            return said.Any(line => line.Contains("Reloading", StringComparison.Ordinal));
        });
        await Waiting.UntilAsync(
            async () => await TryAsync(UnixSocket) is { } sample && sample.Process != before, () => string.Join('\n', said));
    }

    /// <summary>Kills the process that HAProxy knows as its server, with SIGKILL.</summary>
    public async Task KillServerAsync()
    {
        relay!.Kill();
        await relay.WaitForExitAsync(Cancellation);
    }

    public async Task StopAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Cancellation);
        await Waiting.UntilAsync(async () => await TryAsync(Page) is null);
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        relay?.Kill();
        relay?.Dispose();
        await Backend.DisposeAsync();
        folder.Delete(recursive: true);
    }

    // HAProxy shares its ports with whoever takes them later: each stack has addresses of its own, also beside another run of these tests.
    private static IPEndPoint Own(int number, byte host)
    {
        var address = new IPAddress([127, (byte)(64 + (Environment.ProcessId % 128)), (byte)(1 + (number % 250)), host]);
        return new IPEndPoint(address, FreePort.On(address));
    }

    private static Uri At(string scheme, IPEndPoint at, string path) => new($"{scheme}://{at}{path}");

    private async Task<ClientWebSocket> DialAsync()
    {
        var client = new ClientWebSocket();
        await client.ConnectAsync(At("ws", edge, "/"), Cancellation);
        return client;
    }

    private Process Run(string name, string config, params string[] arguments)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, config);
        var started = Process.Start(new ProcessStartInfo("haproxy", [.. arguments, "-db", "-f", file])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        started.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        started.BeginErrorReadLine();
        started.BeginOutputReadLine();
        return started;
    }

    private async Task<bool> RelayListensAsync()
    {
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await client.ConnectAsync(middle, Cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string RelayConfig() => $"""
        defaults
          mode tcp
          timeout connect 2s
          timeout client 60s
          timeout server 60s
        listen relay
          bind {middle}
          server edge {Backend.Address}

        """;

    private string Config(string server) => $"""
        global
          stats socket {SocketFile} mode 600 level admin
          stats socket ipv4@{socket} level user
        defaults
          mode http
          retries 0
          timeout connect 2s
          timeout client 60s
          timeout server 60s
          timeout tunnel 60s
        frontend edge
          bind {edge}
          default_backend app
        backend app
          server app1 {server}
        backend other
          server spare 127.0.0.1:9
        frontend page
          bind {page}
          http-request use-service prometheus-exporter if {"{"} path /metrics {"}"}
          use_backend guarded if {"{"} path_beg /guarded {"}"}
          default_backend open
        backend open
          stats enable
          stats uri /stats
        backend guarded
          stats enable
          stats uri /guarded
          stats auth {Password}

        """;
}

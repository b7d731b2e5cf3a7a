using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Cutover.Tests.Fixtures;
using Cutover.Web.Api;

namespace Cutover.EndToEnd.Tests.MainJob;

/// <summary>What a stranger has after command one: the host with its lab, a playbook, and the command line.</summary>
internal sealed class LabSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");
    private HostProcess host = null!;

    public Uri Address => host.Address;

    public string Playbook => Path.Combine(folder.FullName, "lab.yaml");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="steps">The playbook's steps, as YAML.</param>
    public static async Task<LabSite> StartAsync(string steps)
    {
        var site = new LabSite();
        var port = FreePort.On(IPAddress.Parse("127.0.1.1"));
        await File.WriteAllTextAsync(site.Playbook, Text(port, steps), Cancellation);
        site.host = await HostProcess.StartAsync(
            HostCommand.WithLab(Path.Combine(site.folder.FullName, "cutover.db"), site.folder.FullName, port), Cancellation);
        return site;
    }

    /// <summary>Types a command and waits until it ends.</summary>
    public async Task<(int ExitCode, string Output)> CutoverAsync(params string[] arguments)
    {
        var command = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "cutover.dll"), .. arguments, "--host", Address.AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(command)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Waits until the run looks as asked for.</summary>
    public async Task<RunView> UntilAsync(long run, Func<RunView, bool> reached)
    {
        using var http = new HttpClient { BaseAddress = Address };
        return await http.UntilAsync(run, reached);
    }

    /// <summary>Starts a run of the playbook.</summary>
    public async Task<long> StartRunAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var request = new StartRequest(await File.ReadAllTextAsync(Playbook, Cancellation), null);
        using var answer = await http.PostAsJsonAsync(ApiRoutes.Runs, request, RunJson.Options, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<StartedView>(RunJson.Options, Cancellation))!.RunId;
    }

    /// <summary>Asks something of a run, whatever comes of it.</summary>
    public async Task AskAsync(long run, OperatorAct act)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync(ApiRoutes.Acts(run), new ActRequest(act, "by the test"), RunJson.Options, Cancellation);
    }

    /// <summary>The number of the open run; null without one.</summary>
    public async Task<long?> OpenRunAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var latest = (await http.GetFromJsonAsync<RunSummaryView[]>($"{ApiRoutes.Runs}?take=1", RunJson.Options, Cancellation))!;
        return latest.FirstOrDefault(run => run.IsOpen)?.Id;
    }

    public async Task<LabView> LabAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        return (await http.GetFromJsonAsync<LabView>("/api/v1/lab", RunJson.Options, Cancellation))!;
    }

    /// <summary>Turns a dial of the Envoy edge.</summary>
    public async Task RefuseAsync(double percent)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PutAsJsonAsync(
            "/api/v1/lab/edges/envoy/dials",
            new { refuseHandshakes = percent, addedLatencyMilliseconds = 0, dropHeld = 0, stalled = false, dead = false },
            Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Text(int port, string steps) => string.Create(CultureInfo.InvariantCulture, $$"""
        version: 1
        name: wss-primary
        records:
          - { zone: lab.example, name: wss-primary.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy, endpoint: "ws://127.0.1.1:{{port}}/" }
          target: { name: Envoy, setIdentifier: envoy, endpoint: "ws://127.0.1.2:{{port}}/" }
        gates:
          handshakes: { probe: handshake-success, objective: ">= 99.5 %", window: 3s, minSamples: 15, breach: 2 of 3 }
          errors:
            cloudwatch: { namespace: Lab/Edge, metric: HandshakeErrors, dimensions: { Stack: "{stack}" }, stat: Sum, period: 1s, traffic: Handshakes }
            kind: errors
            objective: "< 5"
            window: 2s
        steps:
        {{steps}}
        """);
}

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Engine.Api;
using Cutover.Engine.Tests.Runs;
using Cutover.Engine.Views;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Drift;

/// <summary>A host as a process, a run that bakes at 50/50, a lab in this process for AWS, and a colleague with a script.</summary>
internal sealed class DriftSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");
    private HostProcess host = null!;
    private HttpClient http = null!;

    public LabWorld Lab { get; private set; } = null!;

    public string Weights => FastLab.Weights(Lab);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DriftSite> StartAsync()
    {
        var site = new DriftSite { Lab = await FastLab.StartAsync(Cancellation) };
        var command = HostCommand.Against(site.Lab, Path.Combine(site.folder.FullName, "cutover.db"));
        command.Environment["Cutover__ZoneRead"] = "00:00:00.5";
        site.host = await HostProcess.StartAsync(command, Cancellation);
        site.http = new HttpClient { BaseAddress = site.host.Address };
        site.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostCommand.Token);
        var playbook = FastLab.Playbook(site.Lab, SampleSteps.LongBake, FastLab.PatientNoData);
        await site.PostAsync(ApiRoutes.Runs, new StartRequest(playbook, "drift"));
        await site.UntilAsync(run => run.Summary.Phase == RunPhase.Baking);
        return site;
    }

    /// <summary>The colleague sets Envoy's weight; comes back once the run has seen it.</summary>
    public async Task<RunView> DriftAsync(int weight)
    {
        await Colleague.SetWeightAsync(Lab, LabWorld.TargetName, weight, Cancellation);
        return await UntilAsync(run => run is { Drift: not null, Summary.Hold.Reason: HoldReason.Drifted });
    }

    public Task ActAsync(OperatorAct act) => PostAsync(ApiRoutes.Acts(1), new ActRequest(act, "told the colleague"));

    /// <summary>Waits until the run looks as asked for.</summary>
    public async Task<RunView> UntilAsync(Func<RunView, bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var view = (await http.GetFromJsonAsync<RunView>(ApiRoutes.Run(1), RunJson.Options, patience.Token))!;
            if (reached(view))
            {
                return view;
            }

            Assert.True(await timer.WaitForNextTickAsync(patience.Token), $"The run stays at: {view.Summary.Doing}");
        }
    }

    /// <summary>Types a command and waits until it ends.</summary>
    public async Task<string> CutoverAsync(params string[] arguments)
    {
        var command = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "cutover.dll"), .. arguments, "--host", host.Address.AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        command.Environment["CUTOVER_TOKEN"] = HostCommand.Token;
        using var process = Process.Start(command)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return string.Join(' ', (await output + await errors).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Lab.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task PostAsync<T>(string route, T body)
    {
        using var answer = await http.PostAsJsonAsync(route, body, RunJson.Options, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}

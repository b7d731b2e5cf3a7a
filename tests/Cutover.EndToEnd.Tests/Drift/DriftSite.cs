using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Engine.Api;
using Cutover.Engine.Tests.Runs;
using Cutover.Engine.Views;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Drift;

/// <summary>A host as a process, one run after the other that bakes at 50/50, a lab in this process for AWS, and a colleague with a script.</summary>
public sealed class DriftSite : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");
    private HostProcess host = null!;
    private HttpClient http = null!;
    private long run;

    internal LabWorld Lab { get; private set; } = null!;

    public string Weights => FastLab.Weights(Lab);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Lab = await FastLab.StartAsync(Cancellation);
        var command = HostCommand.Against(Lab, Path.Combine(folder.FullName, "cutover.db"));
        command.Environment["Cutover__ZoneRead"] = "00:00:00.5";
        host = await HostProcess.StartAsync(command, Cancellation);
        http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostCommand.Token);
    }

    /// <summary>Starts a run; comes back once it bakes.</summary>
    public async Task BakeAsync()
    {
        var playbook = FastLab.Playbook(Lab, SampleSteps.LongBake, FastLab.PatientNoData);
        run = await host.StartRunAsync(playbook, "drift");
        await UntilAsync(view => view.Summary.Phase == RunPhase.Baking);
    }

    /// <summary>Takes everything back, so that the next run finds what this one found.</summary>
    public async Task ClearAsync()
    {
        if ((await UntilAsync(_ => true)).Summary.IsOpen)
        {
            await ActAsync(OperatorAct.RollBack);
        }

        await UntilAsync(view => !view.Summary.IsOpen);
        Assert.Equal("100/0", Weights);
    }

    /// <summary>The colleague sets Envoy's weight; comes back once the run has seen it.</summary>
    public async Task<RunView> DriftAsync(int weight)
    {
        await Colleague.SetWeightAsync(Lab, LabWorld.TargetName, weight, Cancellation);
        return await UntilAsync(view => view is { Drift: not null, Summary.Hold.Reason: HoldReason.Drifted });
    }

    public async Task ActAsync(OperatorAct act)
    {
        using var answer = await http.PostAsJsonAsync(
            ApiRoutes.Acts(run), new ActRequest(act, "told the colleague"), RunJson.Options, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Waits until the run looks as asked for.</summary>
    public Task<RunView> UntilAsync(Func<RunView, bool> reached) => http.UntilAsync(run, reached);

    /// <summary>Types a command about the latest run and waits until it ends.</summary>
    public async Task<string> CutoverAsync(string verb, params string[] options)
    {
        var number = run.ToString(CultureInfo.InvariantCulture);
        var command = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "cutover.dll"), verb, number, .. options, "--host", host.Address.AbsoluteUri])
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
}

using System.Diagnostics;
using Cutover.Core.Ownership;
using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Crash;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Emergency;

/// <summary>A rollback past the host, by the command as a process with AWS credentials alone.</summary>
[Collection<OwnHosts>]
public sealed class BreakGlassTests : IAsyncLifetime
{
    private static readonly Moment Bake = new(1, RunPhase.Baking);
    private static readonly Moment Over = new(int.MaxValue, RunPhase.Abandoned);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");
    private readonly RunProgress progress = new();
    private readonly List<string> afterwards = [];
    private LabWorld lab = null!;
    private HostProcess host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(folder.FullName, "cutover.db");

    private string Playbook => Path.Combine(folder.FullName, "playbook.yaml");

    public async ValueTask InitializeAsync()
    {
        lab = await FastLab.StartAsync(Cancellation);
        await File.WriteAllTextAsync(Playbook, FastLab.Playbook(lab, SampleSteps.LongBake, FastLab.PatientNoData), Cancellation);
        host = await HostProcess.StartAsync(HostCommand.Against(lab, Database), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await lab.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_host_that_comes_back_records_the_rollback_that_was_made_without_it()
    {
        var run = await BakeAsync();
        await host.KillAsync(Cancellation);
        await BreakGlassAsync();
        await host.DisposeAsync();

        host = await HostProcess.StartAsync(HostCommand.Against(lab, Database), Cancellation);
        await AssertRolledBackAsync(run);
    }

    [Fact]
    public async Task A_host_that_runs_meanwhile_records_the_rollback_that_was_made_past_it()
    {
        var run = await BakeAsync();
        await BreakGlassAsync();
        await AssertRolledBackAsync(run);
    }

    private async Task<long> BakeAsync()
    {
        var run = await host.StartRunAsync(await File.ReadAllTextAsync(Playbook, Cancellation), "to be rolled back past its host");
        await progress.ReachAsync(host, Bake, Cancellation);
        Assert.Equal("50/50", FastLab.Weights(lab));
        lab.Zone.ChangeAccepted += _ => afterwards.Add(FastLab.Weights(lab));
        return run;
    }

    private async Task BreakGlassAsync()
    {
        var command = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "cutover.dll"), "rollback", "--break-glass", "--playbook", Playbook, "--yes",
                "--who", "kim@example.com", "--name-server", lab.Dns.EndPoint.ToString(),
            ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in HostCommand.AwsOf(lab))
        {
            command.Environment[name] = value;
        }

        using var process = Process.Start(command)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        Assert.True(process.ExitCode == 0, await output + await errors);
        Assert.Equal("100/0", FastLab.Weights(lab));
    }

    private async Task AssertRolledBackAsync(long run)
    {
        await progress.ReachAsync(host, Over, Cancellation);
        await host.StopAsync(Cancellation);
        var ledger = await RunLedger.ReadAsync(Database, run, Cancellation);
        ledger.AssertWhole();
        Assert.Equal(RunPhase.RolledBack, ledger.Row.Phase);
        Assert.StartsWith("break-glass by kim@example.com at ", ledger.State.RollbackReason, StringComparison.Ordinal);
        Assert.All(afterwards, weights => Assert.Equal("100/0", weights));
        Assert.Empty(lab.Zone.Accepted.At(OwnershipMark.NameFor(LabOptions.Record + ".")));
    }
}

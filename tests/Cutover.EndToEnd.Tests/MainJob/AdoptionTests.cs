using System.Diagnostics;
using Cutover.Core.Conversions;
using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Engine.Conversions;
using Cutover.Engine.Tests.Runs;
using Cutover.Engine.Views;
using Cutover.Lab;
using Cutover.Lab.Route53.Zones;

namespace Cutover.EndToEnd.Tests.MainJob;

[Collection<OwnHosts>]
public sealed class AdoptionTests : IDisposable
{
    private const string Name = "api.lab.example.";

    private const string Text = """
        version: 1
        name: api
        records:
          - { zone: lab.example, name: api.lab.example, types: [A] }
        stacks:
          source: { name: HAProxy, setIdentifier: haproxy }
          target: { name: Envoy, setIdentifier: envoy }
        gates:
          alarm: { cloudwatch: { alarm: api } }
        steps:
          - { weight: 100 %, bake: 1m }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");

    private string Playbook => Path.Combine(folder.FullName, "api.yaml");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_simple_record_goes_the_whole_way_to_the_target_and_back_from_the_command_line()
    {
        await File.WriteAllTextAsync(Playbook, Text, Cancellation);
        await using var lab = await FastLab.StartAsync(Cancellation);
        lab.Zone.Seed(ZoneRecordSet.Simple(Name, "A", 60, "127.0.1.1"));
        await using var host = await HostProcess.StartAsync(
            HostCommand.Against(lab, Path.Combine(folder.FullName, "cutover.db")), Cancellation);

        Assert.Equal(4, (await TypeAsync(host, "finish", Playbook, "--yes")).Code);
        var adopted = await WrittenAsync(host, "adopt", Playbook, "--target-value", "127.0.1.2");
        Assert.Equal((ConversionKind.Adopt, ConversionState.Applied, "100/0"), (adopted.Kind, adopted.State, Weights(lab)));
        Weigh(lab, 0, 100);
        await WrittenAsync(host, "finish", Playbook);
        Assert.Equal("127.0.1.2", lab.Zone.Authoritative.Find(Name, "A", null)?.Values.Single());
        await WrittenAsync(host, "finish", Playbook, "--undo");
        Assert.Equal("0/100", Weights(lab));
        Assert.Equal(5, (await TypeAsync(host, "adopt", Playbook, "--undo", "--yes")).Code);
        Weigh(lab, 100, 0);
        var undone = await WrittenAsync(host, "adopt", Playbook, "--undo");

        Assert.Equal((adopted.Id, ConversionState.Undone), (undone.Id, undone.State));
        Assert.Equal("127.0.1.1", lab.Zone.Authoritative.Find(Name, "A", null)?.Values.Single());
        Assert.Single(lab.Zone.Authoritative.Find(Name, "A"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Has it written without asking; it is INSYNC when the command ends.</summary>
    private static async Task<ConversionView> WrittenAsync(HostProcess host, params string[] arguments)
    {
        var (code, output, errors) = await TypeAsync(host, [.. arguments, "--yes", "--output", "json"]);
        Assert.True(code == 0, errors);
        var view = RunJson.Read<ConversionView>(output);
        Assert.Equal(ConversionSync.InSync, view.Sync);
        return view;
    }

    private static async Task<(int Code, string Output, string Errors)> TypeAsync(HostProcess host, params string[] arguments)
    {
        var command = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "cutover.dll"), .. arguments, "--host", host.Address.AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        command.Environment["CUTOVER_TOKEN"] = HostCommand.Token;
        using var process = Process.Start(command)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(120), Cancellation);
        return (process.ExitCode, await output, await errors);
    }

    private static string Weights(LabWorld lab) => FormattableString.Invariant(
        $"{lab.Zone.Authoritative.Find(Name, "A", "haproxy")?.Weight}/{lab.Zone.Authoritative.Find(Name, "A", "envoy")?.Weight}");

    private static void Weigh(LabWorld lab, int source, int target) => lab.Zone.Seed(
        lab.Zone.Accepted.Find(Name, "A", "haproxy")! with { Weight = source },
        lab.Zone.Accepted.Find(Name, "A", "envoy")! with { Weight = target });
}

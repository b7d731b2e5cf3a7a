using System.Diagnostics;
using System.Globalization;

namespace Cutover.Bench.Circuits;

/// <summary>The built host with a lab inside, as a process of its own.</summary>
internal sealed class LabSite : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private LabSite(Process process, DirectoryInfo folder) => (this.process, this.folder) = (process, folder);

    public Uri Address { get; private set; } = null!;

    public static async Task<LabSite> StartAsync(string host)
    {
        var folder = Directory.CreateTempSubdirectory("cutover-circuits");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(host), "--Lab=true", "--Lab:Clients=50", "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true, WorkingDirectory = folder.FullName,
        };
        start.Environment["Cutover__Database"] = Path.Combine(folder.FullName, "cutover.db");
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment["Logging__Console__FormatterOptions__SingleLine"] = "true";
        var site = new LabSite(Process.Start(start)!, folder);
        site.Address = await site.ListenAsync().WaitAsync(Patience);
        _ = site.DrainAsync();
        return site;
    }

    /// <summary>Bytes of memory that the process has now.</summary>
    public long ResidentBytes()
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan Processor()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        using var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<Uri> ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The host did not start.");
    }

    // A pipe that nobody reads would stop it.
    private async Task DrainAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
        }
    }
}

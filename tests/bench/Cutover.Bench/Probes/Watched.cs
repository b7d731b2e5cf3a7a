using System.Diagnostics;
using System.Globalization;

namespace Cutover.Bench.Probes;

/// <summary>A process under measurement, spoken to by lines.</summary>
internal sealed class Watched(Process process) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public int Id => process.Id;

    public static Watched Start(string file, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Watched(Process.Start(start)!);
    }

    public async Task<string> ReadAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"{process.StartInfo.FileName} ended");

    /// <summary>Reads "word figure", and gives the figure.</summary>
    public async Task<double> ReadFigureAsync() => double.Parse((await ReadAsync()).Split(' ')[^1], CultureInfo.InvariantCulture);

    public async Task<string> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    public Task TellAsync(string line) => process.StandardInput.WriteLineAsync(line);

    /// <summary>Resident memory in kB.</summary>
    public static double Memory(int process) => double.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ')[^2],
        CultureInfo.InvariantCulture);

    /// <summary>Processor time so far in seconds, user and system.</summary>
    public static double Processor(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
    }

    /// <summary>Stops the process where it stands: its connections fall silent.</summary>
    public void Freeze() => Process.Start("kill", ["-STOP", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}

using System.Globalization;

namespace Cutover.Bench.Probes;

/// <summary>Debian's tsung as a contender: it is told its load by a file, and watched from outside.</summary>
internal static class Tsung
{
    private const int Baseline = 100;
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(10);

    public static async Task<Figures> MeasureAsync(int connections)
    {
        await using var arena = await Arena.OpenAsync("ws");
        var folder = Directory.CreateTempSubdirectory("cutover-tsung-");
        var script = Path.Combine(folder.FullName, "load.xml");
        var load = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Probes", "tsung.xml"));
        await File.WriteAllTextAsync(script, load.Replace("ADDRESS", arena.Address, StringComparison.Ordinal)
            .Replace("PORT", arena.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("CONNECTIONS", connections.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await using var tsung = Watched.Start("tsung", ["-f", script, "-l", folder.FullName, "start"]);
        await UntilAsync(arena, Baseline);
        var machine = Machine(folder.FullName);
        var before = Watched.Memory(machine);
        await UntilAsync(arena, connections);
        await Task.Delay(TimeSpan.FromSeconds(2));
        var busy = Watched.Processor(machine);
        await Task.Delay(Watching);
        busy = Watched.Processor(machine) - busy;
        var memory = (Watched.Memory(machine) - before) / (connections - Baseline);
        await tsung.KillAsync();
        folder.Delete(recursive: true);
        return new Figures(memory, double.NaN, double.NaN, 100 * busy / Watching.TotalSeconds, double.NaN);
    }

    private static async Task UntilAsync(Arena arena, int connections)
    {
        while (await arena.OpenConnectionsAsync() < connections)
        {
            await Task.Delay(50);
        }
    }

    /// <summary>The Erlang machine that does the work; the command itself is a shell script around it.</summary>
    private static int Machine(string folder) => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, out _) && File.Exists($"/proc/{name}/cmdline"))
        .Where(name => File.ReadAllText($"/proc/{name}/comm").StartsWith("beam", StringComparison.Ordinal))
        .Where(name => File.ReadAllText($"/proc/{name}/cmdline").Contains(folder, StringComparison.Ordinal))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
        .Single();
}

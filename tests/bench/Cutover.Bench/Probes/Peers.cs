using System.Diagnostics;

namespace Cutover.Bench.Probes;

/// <summary>Installs what Cutover is compared with.</summary>
internal static class Peers
{
    /// <summary>The folder of node modules that has ws.</summary>
    public static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "cutover-bench");
        var modules = Path.Combine(folder, "node_modules");
        Directory.CreateDirectory(folder);
        if (!File.Exists(Path.Combine(modules, "ws", "package.json")))
        {
            await RunAsync("npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, "ws");
        }

        if (!File.Exists("/usr/bin/tsung"))
        {
            await RunAsync("apt-get", "update", "-qq");
            await RunAsync("apt-get", "install", "-y", "-qq", "tsung");
        }

        return modules;
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Cutover.Lab.Aws;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Bench;

/// <summary>
/// Measured: from the start of the process "cutover rollback --break-glass --yes" to the ChangeResourceRecordSets request on the wire. With
/// --yes nobody is waited for, so this is the command's own time; a person's is added to it.
/// </summary>
internal static class BreakGlassBench
{
    private const string Name = "wss-primary.lab.example";

    /// <param name="command">The built command: cutover.dll, or an executable.</param>
    /// <param name="playbook">A playbook of that name in lab.example.</param>
    public static async Task<int> RunAsync(string command, string playbook, int runs)
    {
        var key = new LabCredentials("LABACCESSKEY00000000", new string('s', 40));
        var options = new Route53EmulatorOptions { Credentials = [key], RequestsPerSecond = 1000, ProcessingWindow = TimeSpan.Zero };
        await using var route53 = await Route53Emulator.StartAsync(options, TimeProvider.System, CancellationToken.None);
        var zone = route53.Zones.Create("lab.example", "Z0LABEXAMPLE");
        var stages = new Dictionary<Route53Operation, List<double>>();
        for (var run = 0; run <= runs; run++)
        {
            zone.Seed(
                ZoneRecordSet.Weighted(Name, "A", "haproxy", 60, 60, "127.0.1.1"),
                ZoneRecordSet.Weighted(Name, "A", "envoy", 40, 60, "127.0.1.2"));
            var seen = route53.Requests.Requests.Length;
            var started = Stopwatch.GetTimestamp();
            await RunAsync(command, playbook, route53.Endpoint, key);

            // The first run only warms the file cache, as the second rollback of a night has it.
            foreach (var request in route53.Requests.Requests.Skip(run == 0 ? int.MaxValue : seen))
            {
                (stages.TryGetValue(request.Operation, out var times) ? times : stages[request.Operation] = [])
                    .Add(Stopwatch.GetElapsedTime(started, request.Timestamp).TotalMilliseconds);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{runs} runs of {command}; ms from process start: minimum, median, maximum"));
        foreach (var (operation, times) in stages)
        {
            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{operation,-26} {times[0],8:0} {times[times.Count / 2],8:0} {times[^1],8:0}"));
        }

        return 0;
    }

    private static async Task RunAsync(string command, string playbook, Uri endpoint, LabCredentials key)
    {
        string[] arguments = ["rollback", "--break-glass", "--yes", "--no-wait", "--playbook", playbook];
        var isAssembly = command.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : command, isAssembly ? [command, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
        };
        start.Environment["AWS_ENDPOINT_URL_ROUTE_53"] = endpoint.AbsoluteUri;
        start.Environment["AWS_ACCESS_KEY_ID"] = key.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The command ended with {process.ExitCode}.");
        }
    }
}

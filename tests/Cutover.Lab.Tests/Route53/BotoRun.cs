using System.Diagnostics;
using Cutover.Lab.Route53;
using Cutover.Lab.Route53.Health;

namespace Cutover.Lab.Tests.Route53;

/// <summary>Runs the boto3 script once, turns the dials it asks for, and keeps its lines.</summary>
public sealed class BotoRun : IAsyncLifetime
{
    private readonly List<string> _lines = [];
    private string _errors = "";

    /// <summary>The lines of the checks, and what the script wrote to its error stream.</summary>
    public IReadOnlyList<string> Lines => [.. _lines, .. _errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public async ValueTask InitializeAsync()
    {
        // boto3 signs with the machine's own clock, so the emulator's clock stands still near it.
        await using var world = await Route53World.StartAsync(start: DateTimeOffset.UtcNow);
        await using var limited = await Route53World.StartAsync(
            options => options with { RequestsPerSecond = 5 }, start: DateTimeOffset.UtcNow);
        using var script = Start(world.Emulator.Endpoint, limited.Emulator.Endpoint);
        var errors = script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await script.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith('@'))
            {
                Turn(line[1..], world);
                await script.StandardInput.WriteLineAsync("done");
            }
            else
            {
                _lines.Add(line);
            }
        }

        _errors = await errors;
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Process Start(Uri endpoint, Uri limited)
    {
        // Debian's own interpreter: python3-boto3 is installed for that one.
        var start = new ProcessStartInfo("/usr/bin/python3", ["-B", Path.Combine(AppContext.BaseDirectory, "boto3", "route53_check.py")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["LAB_KEY"] = Route53World.Key.AccessKeyId;
        start.Environment["LAB_SECRET"] = Route53World.Key.SecretAccessKey;
        start.Environment["LAB_ROUTE53"] = endpoint.ToString();
        start.Environment["LAB_ROUTE53_LIMITED"] = limited.ToString();
        var script = Process.Start(start) ?? throw new InvalidOperationException("The interpreter did not start.");
        script.StandardInput.AutoFlush = true;
        return script;
    }

    private static void Turn(string dial, Route53World world)
    {
        var faults = world.Emulator.Faults;
        switch (dial)
        {
            case "insync": world.Time.Advance(Route53World.InsyncDelay); break;
            case "throttle": faults.Throttle.Next(1); break;
            case "prior": faults.PriorRequestNotComplete.Next(1); break;
            case "deny": faults.Denied = Route53Faults.Writes; break;
            case "allow": faults.Denied = []; break;
            case "check": world.Emulator.Zones.HealthChecks["hc-boto"] = new HealthCheck(3, 16); break;
            case "outage": faults.InternalFailure.Next(1); faults.ServiceUnavailable.Next(1); break;
            case "lose": faults.LoseResponse.Next(1); break;
            default: throw new ArgumentException($"The script asks for {dial}, which is no dial.", nameof(dial));
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Drift;

/// <summary>Someone with access to the zone and a script, who knows nothing of Cutover.</summary>
internal static class Colleague
{
    /// <summary>Sets one sibling's weight with boto3, through Route 53's API.</summary>
    public static async Task SetWeightAsync(LabWorld lab, string stack, int weight, CancellationToken cancellation)
    {
        // Debian's own interpreter: python3-boto3 is installed for that one.
        var start = new ProcessStartInfo("/usr/bin/python3",
        [
            "-B", Path.Combine(AppContext.BaseDirectory, "Drift", "boto3", "set_weight.py"),
            LabOptions.ZoneId, LabOptions.Record + ".", stack, weight.ToString(CultureInfo.InvariantCulture),
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["LAB_ROUTE53"] = lab.Route53.Endpoint.AbsoluteUri;
        start.Environment["LAB_KEY"] = lab.Credentials.AccessKeyId;
        start.Environment["LAB_SECRET"] = lab.Credentials.SecretAccessKey;
        using var script = Process.Start(start)!;
        var (said, errors) = (script.StandardOutput.ReadToEndAsync(cancellation), script.StandardError.ReadToEndAsync(cancellation));
        await script.WaitForExitAsync(cancellation);
        Assert.True(script.ExitCode == 0 && await said == "PENDING\n", await errors);
    }
}

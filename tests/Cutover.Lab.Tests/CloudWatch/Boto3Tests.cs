using System.Diagnostics;
using System.Runtime.CompilerServices;
using Cutover.Lab.CloudWatch;

namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>
/// An independent client decides whether the emulator speaks AWS's protocol: Debian's python3-boto3, as a process of its own.
/// </summary>
public sealed class Boto3Tests
{
    // The package belongs to the system's interpreter; another python3 on the path would not see it.
    private const string Python = "/usr/bin/python3";

    [Fact]
    public async Task Boto3_is_understood_in_every_operation_and_understands_every_error()
    {
        var options = new CloudWatchEmulatorOptions
        {
            Credentials = new(CloudWatchBench.Key, CloudWatchBench.Secret),
            PublicationDelay = TimeSpan.Zero,
        };
        await using var emulator = await CloudWatchEmulator.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync(
            "cloudwatch_check.py", emulator.Endpoint.ToString(), CloudWatchBench.Key, CloudWatchBench.Secret);

        Assert.True(code == 0, $"{output}{error}");
        Assert.Equal(12, output.Split('\n').Count(line => line.StartsWith("held: ", StringComparison.Ordinal)));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Python, [Path.Combine(Scripts(), script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        guard.CancelAfter(TimeSpan.FromMinutes(1));
        await using var kill = guard.Token.Register(process.Kill);
        var (output, error) =
            (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output, await error);
    }

    private static string Scripts([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "boto3");
}

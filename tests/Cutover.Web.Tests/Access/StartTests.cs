using System.Diagnostics;
using Cutover.Web.Hosting;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Access;

/// <summary>The built host as a process.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--Lab=true", "http://0.0.0.0:0", "http://0.0.0.0:0 is open to the network")]
    [InlineData("--Lab=false", "http://127.0.0.1:0", "Without a sign-in there is only the lab")]
    public async Task A_host_that_would_be_open_to_strangers_says_why_it_does_not_start(string lab, string urls, string words)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(CutoverOptions).Assembly.Location, lab, $"--urls={urls}", "--Cutover:SignIn=false"])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("Cutover__Token");
        using var guard = Patience.Guard();
        using var host = Process.Start(start)!;
        try
        {
            var (said, logged) =
                (await host.StandardError.ReadToEndAsync(guard.Token), await host.StandardOutput.ReadToEndAsync(guard.Token));
            await host.WaitForExitAsync(guard.Token);

            Assert.Equal((1, string.Empty), (host.ExitCode, logged));
            Assert.Contains(words, Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
        finally
        {
            host.Kill(entireProcessTree: true);
        }
    }
}

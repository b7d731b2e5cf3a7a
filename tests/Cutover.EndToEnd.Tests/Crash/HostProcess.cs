using System.Diagnostics;
using System.Threading.Channels;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Crash;

/// <summary>The built host as a process of its own, with the lab in the place of AWS.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>What its people sign in with.</summary>
    public const string Token = "only-this-test-knows-this-secret-of-its-own";

    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    private HostProcess(Process process) => this.process = process;

    /// <summary>What it writes, line by line.</summary>
    public ChannelReader<string> Lines => lines.Reader;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<HostProcess> StartAsync(LabWorld lab, string database, CancellationToken cancellation)
    {
        var host = new HostProcess(new Process { StartInfo = Command(lab, database) });
        host.process.OutputDataReceived += (_, line) => host.Take(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Take(line.Data);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        host.Address = await host.ListenAsync().WaitAsync(Patience, cancellation);
        return host;
    }

    /// <summary>SIGKILL: it has no say in it.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellation);
    }

    /// <summary>SIGTERM: it ends in order.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(cancellation).WaitAsync(Patience, cancellation);
        Assert.Equal(0, process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private static ProcessStartInfo Command(LabWorld lab, string database)
    {
        var command = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cutover.Web.dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(database),
        };
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Cutover__Database"] = database,
            ["Cutover__Token"] = Token,
            ["Cutover__SyncCheck"] = "00:00:00.3",
            ["Cutover__CloudWatchPoll"] = "00:00:01",
            ["AWS_ENDPOINT_URL_ROUTE_53"] = lab.Route53.Endpoint.AbsoluteUri,
            ["AWS_ENDPOINT_URL_CLOUDWATCH"] = lab.CloudWatch.Endpoint.AbsoluteUri,
            ["AWS_ACCESS_KEY_ID"] = lab.Credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = lab.Credentials.SecretAccessKey,
            ["AWS_REGION"] = LabWorld.Region,
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Cutover"] = "Information",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            ["Logging__Console__FormatterName"] = "simple",
            ["Logging__Console__FormatterOptions__SingleLine"] = "true",
        };
        foreach (var (name, value) in environment)
        {
            command.Environment[name] = value;
        }

        return command;
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            lines.Writer.TryWrite(line);
        }
    }

    private async Task<Uri> ListenAsync()
    {
        var said = new List<string>();
        var ended = process.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            var next = lines.Reader.WaitToReadAsync().AsTask();
            await Task.WhenAny(next, ended);
            while (lines.Reader.TryRead(out var line))
            {
                said.Add(line);
                if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                {
                    return new Uri(line[(at + Listening.Length)..].Trim());
                }
            }
        }

        throw new InvalidOperationException($"The host did not start: {string.Join(Environment.NewLine, said)}");
    }
}

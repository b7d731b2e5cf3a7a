using System.Diagnostics;
using System.Threading.Channels;

namespace Cutover.EndToEnd.Tests.Hosts;

/// <summary>The built host as a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    private HostProcess(Process process) => this.process = process;

    /// <summary>What it writes, line by line.</summary>
    public ChannelReader<string> Lines => lines.Reader;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<HostProcess> StartAsync(ProcessStartInfo command, CancellationToken cancellation)
    {
        var host = new HostProcess(new Process { StartInfo = command });
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

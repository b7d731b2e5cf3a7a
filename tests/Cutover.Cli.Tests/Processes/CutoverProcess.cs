using System.Diagnostics;
using System.Text;

namespace Cutover.Cli.Tests.Processes;

/// <summary>The command as a process of its own, as people and scripts run it.</summary>
internal sealed class CutoverProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly Transcript output = new();
    private readonly Transcript errors = new();

    private CutoverProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.Start();
        Reading = Task.WhenAll(output.ReadAsync(process.StandardOutput), errors.ReadAsync(process.StandardError));
    }

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "cutover.dll");

    public string Output => output.Text;

    public string Errors => errors.Text;

    private Task Reading { get; }

    /// <summary>Starts the command and lets it run.</summary>
    public static CutoverProcess Start(string? host, params string[] arguments) => new(Info(host, [], arguments));

    /// <summary>Starts the command without a host.</summary>
    public static CutoverProcess StartWith((string Name, string Value)[] environment, params string[] arguments) =>
        new(Info(null, environment, arguments));

    /// <summary>Starts the command behind a terminal of its own, 160 x 50.</summary>
    public static CutoverProcess StartOnTerminal(string? host, (string Name, string Value)[] environment, params string[] arguments)
    {
        var quoted = string.Join(' ', arguments.Select(argument => $"'{argument}'"));
        var command = $"stty cols 160 rows 50; exec dotnet '{Assembly}' {quoted}";
        return new(Configured(host, [("TERM", "xterm-256color"), .. environment], "script", ["-qec", command, "/dev/null"]));
    }

    /// <summary>Runs the command to its end.</summary>
    public static Task<Ended> RunAsync(string? host, params string[] arguments) => RunAsync(host, string.Empty, [], arguments);

    public static async Task<Ended> RunAsync(
        string? host, string input, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var command = new CutoverProcess(Info(host, environment, arguments));
        await command.SayAsync(input);
        command.process.StandardInput.Close();
        return await command.EndAsync();
    }

    public Task SayAsync(string input) => process.StandardInput.WriteAsync(input.AsMemory(), TestContext.Current.CancellationToken);

    public Task PrintsAsync(string text) => output.ContainsAsync(text).WaitAsync(Patience, TestContext.Current.CancellationToken);

    public Task ComplainsAsync(string text) => errors.ContainsAsync(text).WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>What Ctrl-C does.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<Ended> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await Reading.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, Output, Errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    // A shell in the background hands an ignored SIGINT down to its children: a person's shell does not.
    private static ProcessStartInfo Info(string? host, (string Name, string Value)[] environment, string[] arguments) =>
        Configured(host, environment, "env", ["--default-signal=INT", "dotnet", Assembly, .. arguments]);

    private static ProcessStartInfo Configured(string? host, (string Name, string Value)[] environment, string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        string[] own = ["CUTOVER_HOST", "CUTOVER_TOKEN", "NO_COLOR"];
        foreach (var name in own.Concat(start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList()))
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment.Append(("CUTOVER_HOST", host ?? string.Empty)))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

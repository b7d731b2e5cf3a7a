using System.Text;

namespace Cutover.Cli.Tests.Processes;

/// <summary>Everything that a process wrote to one stream so far.</summary>
internal sealed class Transcript
{
    private readonly Lock gate = new();
    private readonly StringBuilder written = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> awaited = [];

    public string Text
    {
        get
        {
            lock (gate)
            {
                return written.ToString();
            }
        }
    }

    public async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
        {
            Add(buffer.AsSpan(0, read));
        }
    }

    /// <summary>Ends when the text has been written.</summary>
    public Task ContainsAsync(string text)
    {
        lock (gate)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((text, seen));
            Tell();
            return seen.Task;
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            written.Append(text);
            Tell();
        }
    }

    private void Tell()
    {
        var text = written.ToString();
        foreach (var (_, seen) in awaited.Where(wait => text.Contains(wait.Text, StringComparison.Ordinal)))
        {
            seen.TrySetResult();
        }
    }
}

using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;

namespace Cutover.Cli.Playbooks;

/// <summary>A playbook's text and where it is from.</summary>
/// <param name="Name">The file as it was named, or "stdin".</param>
internal sealed record PlaybookSource(string Name, string Text)
{
    /// <summary>Stands for standard input in the place of a file.</summary>
    public const string StandardInput = "-";

    public static async Task<Answer<PlaybookSource>> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return file == StandardInput
                ? new PlaybookSource("stdin", await Console.In.ReadToEndAsync(cancellation))
                : new PlaybookSource(file, await File.ReadAllTextAsync(file, cancellation));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new CommandProblem(
                ExitCodes.Usage, $"{file} cannot be read", Directory.Exists(file) ? "It is a directory." : unread.Message);
        }
    }
}

using Cutover.Core.Playbooks;

namespace Cutover.Engine.Probes;

/// <summary>Reads the texts that probes send from where playbooks say they are. Nothing read here is ever logged.</summary>
/// <param name="folder">The only folder that files are read from.</param>
internal sealed class ProbeSecrets(string folder)
{
    /// <summary>The text, or why there is none and what to do about it.</summary>
    public (string? Text, string? Fault) Read(ProbeText text) => text switch
    {
        ProbeLiteral literal => (literal.Text, null),
        ProbeVariable variable => Checked(
            Environment.GetEnvironmentVariable(variable.Name), $"the environment variable {variable.Name}", "set it on Cutover's host"),
        ProbeFile file => Checked(Content(file.Name), $"the file {Path.Combine(folder, file.Name)}", "put it there, readable for Cutover"),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    private static (string? Text, string? Fault) Checked(string? text, string where, string mend) => text switch
    {
        null or "" => (null, $"probes need {where}, and it is missing or empty: {mend}"),
        _ when text.AsSpan().ContainsAny('\r', '\n', '\0') => (null, $"{where} has more than one line, and probes send one: {mend}"),
        _ => (text, null),
    };

    private string? Content(string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name)).TrimEnd('\r', '\n');
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

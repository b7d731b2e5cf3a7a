using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Version1;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks;

/// <summary>Reads playbook files.</summary>
public static class PlaybookReader
{
    /// <summary>The playbook, or everything that is wrong with the text. Any text gives one of the two.</summary>
    /// <param name="yaml">The content of the file, with any line ends, with or without a byte order mark.</param>
    public static PlaybookReading Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var problems = new ProblemLog();
        var playbook = Read(yaml.TrimStart('\uFEFF'), problems);
        return playbook is not null && problems.IsEmpty
            ? new PlaybookAccepted(playbook)
            : new PlaybookRefused(problems.InOrderOfTheFile());
    }

    private static Playbook? Read(string text, ProblemLog problems)
    {
        if (!YamlSyntax.IsReadable(text, problems))
        {
            return null;
        }

        var top = YamlTreeReader.Read(text, problems);
        if (top is null or YamlScalar { IsNothing: true } && problems.IsEmpty)
        {
            problems.Add(YamlPlace.Top, "the file is empty", $"version: {Playbook.FormatVersion}, and the rest of a playbook");
        }

        return top is null or YamlScalar { IsNothing: true }
            ? null
            : PlaybookFormat.Format.Read(PlaybookFormat.Format.Respell(top, null, problems), problems)?.Value;
    }
}

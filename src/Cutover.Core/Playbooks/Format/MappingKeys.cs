using Cutover.Core.Playbooks.Notation;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Checks which keys a mapping has: known ones, once each, and all that it needs.</summary>
internal static class MappingKeys
{
    public static void Check(IMappingFormat format, YamlMapping mapping, ProblemLog problems)
    {
        DuplicateKeys.Check(mapping, problems);
        foreach (var key in mapping.Entries.Select(entry => entry.Key).Where(key => !format.Keys.Any(known => known.Name == key.Text)))
        {
            RefuseUnknown(format, mapping, key, problems);
        }

        foreach (var key in format.Keys.Where(key => key.IsRequired))
        {
            RequireKey(format, mapping, key, problems);
        }

        if (format.Choice is { } choice)
        {
            CheckChoice(format, choice, mapping, problems);
        }
    }

    private static void RefuseUnknown(IMappingFormat format, YamlMapping mapping, YamlScalar key, ProblemLog problems)
    {
        var free = format.Keys.Select(known => known.Name).Where(name => mapping.Find(name) is null).ToList();
        var meant = Spelling.Nearest(key.Text, free);
        var inner = format.Keys.FirstOrDefault(known => known.Format is IMappingFormat below && below.Keys.Any(k => k.Name == key.Text));
        var message = $"{format.What} has no key \"{key.Text}\"";
        if (meant is not null)
        {
            problems.Add(key.Place, $"{message}; did you mean \"{meant}\"?", meant);
        }
        else if (inner is not null)
        {
            problems.Add(key.Place, message, $"{key.Text} inside {inner.Name}, where it belongs");
        }
        else
        {
            problems.Add(key.Place, message, free.Count == 0 ? "nothing here" : $"one of {string.Join(", ", free)}, or nothing");
        }
    }

    private static void RequireKey(IMappingFormat format, YamlMapping mapping, KeyFormat key, ProblemLog problems)
    {
        if (mapping.Find(key.Name) is null)
        {
            var example = (key.Format as IExampleFormat)?.Example ?? "…";
            problems.Add(mapping.Place, $"{format.What} needs the key \"{key.Name}\"", $"{key.Name}: {example}");
        }
    }

    private static void CheckChoice(IMappingFormat format, KeyChoice choice, YamlMapping mapping, ProblemLog problems)
    {
        var chosen = choice.Groups.Where(group => mapping.Find(group[0].Name) is not null).ToList();
        if (chosen.Count == 0)
        {
            problems.Add(mapping.Place, $"{format.What} needs {choice.What}", choice.Leads);
        }

        foreach (var key in chosen.Take(1).SelectMany(group => group))
        {
            RequireKey(format, mapping, key, problems);
        }

        foreach (var second in chosen.Skip(1))
        {
            problems.Add(mapping.Find(second[0].Name)!.Key.Place, $"{format.What} has {choice.What} and no more, and {chosen[0][0].Name} stands here already", $"either {choice.Leads}");
        }
    }
}

using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Checks that a mapping has every key once, and all that it needs.</summary>
internal static class MappingKeys
{
    public static void Check(IMappingFormat format, YamlMapping mapping, ProblemLog problems)
    {
        DuplicateKeys.Check(mapping, problems);
        foreach (var key in format.Keys.Where(key => key.IsRequired))
        {
            RequireKey(format, mapping, key, problems);
        }

        if (format.Choice is { } choice)
        {
            CheckChoice(format, choice, mapping, problems);
        }
    }

    private static void RequireKey(IMappingFormat format, YamlMapping mapping, KeyFormat key, ProblemLog problems)
    {
        if (mapping.Find(key.Name) is null)
        {
            var example = key.Example ?? (key.Format as IExampleFormat)?.Example ?? "…";
            problems.Add(mapping.Place, $"{format.What} needs the key \"{key.Name}\"", $"{key.Name}: {example}");
        }
    }

    private static void CheckChoice(IMappingFormat format, KeyChoice choice, YamlMapping mapping, ProblemLog problems)
    {
        var chosen = choice.Groups.GroupBy(group => group[0].Name).Where(lead => mapping.Find(lead.Key) is not null)
            .Select(lead => lead.FirstOrDefault(group => group.All(key => mapping.Find(key.Name) is not null), lead.First())).ToList();
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
            problems.Add(
                mapping.Find(second[0].Name)!.Key.Place,
                $"{format.What} has {choice.What} and no more, and {chosen[0][0].Name} stands here already",
                $"either {choice.Leads}");
        }
    }
}

using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>YAML itself does not say which of two equal keys holds, so neither may.</summary>
internal static class DuplicateKeys
{
    public static void Check(YamlMapping mapping, ProblemLog problems)
    {
        var seen = new Dictionary<string, YamlPlace>(StringComparer.Ordinal);
        foreach (var key in mapping.Entries.Select(entry => entry.Key))
        {
            if (!seen.TryAdd(key.Text, key.Place))
            {
                problems.Add(key.Place, $"\"{key.Text}\" stands here already, on line {seen[key.Text].Line}", "only one of the two");
            }
        }
    }
}

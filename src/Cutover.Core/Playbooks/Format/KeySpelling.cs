using Cutover.Core.Playbooks.Notation;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Reports keys that a mapping does not have, and finds out what was meant.</summary>
internal static class KeySpelling
{
    /// <summary>The mapping with every key that was nearly right put right, and what stands below it likewise.</summary>
    public static YamlNode Correct(IMappingFormat format, YamlNode node, IMappingFormat? outer, ProblemLog problems)
    {
        if (node is not YamlMapping mapping)
        {
            return node;
        }

        var entries = mapping.Entries.Select(entry =>
        {
            var key = format.Keys.FirstOrDefault(known => known.Name == entry.Key.Text)
                ?? Meant(format, mapping, entry.Key, outer, problems);
            return key is null
                ? entry
                : new YamlEntry(entry.Key with { Text = key.Name }, key.Format.Respell(entry.Value, format, problems));
        });
        return mapping with { Entries = [.. entries] };
    }

    private static KeyFormat? Meant(
        IMappingFormat format, YamlMapping mapping, YamlScalar written, IMappingFormat? outer, ProblemLog problems)
    {
        var free = format.Keys.Where(key => mapping.Find(key.Name) is null).ToList();
        var home = HomeOf(written.Text, format, outer);
        var meant = home is null ? free.Find(key => key.Name == Spelling.Nearest(written.Text, free.Select(other => other.Name))) : null;
        var message = $"{format.What} has no key \"{written.Text}\"";
        if (meant is not null)
        {
            problems.Add(written.Place, $"{message}; did you mean \"{meant.Name}\"?", meant.Name);
        }
        else
        {
            problems.Add(written.Place, message, home ?? $"one of {string.Join(", ", format.Keys.Select(key => key.Name))}, or nothing");
        }

        return meant;
    }

    /// <summary>Says where a key belongs that stands one level too high or too low.</summary>
    private static string? HomeOf(string key, IMappingFormat format, IMappingFormat? outer)
    {
        var inner = format.Keys.FirstOrDefault(known => known.Format is IMappingFormat below && Has(below, key));
        return inner is not null ? $"{key} inside {inner.Name}, where it belongs"
            : outer is not null && Has(outer, key) ? $"{key} one level further out, where {outer.What} has it"
            : null;
    }

    private static bool Has(IMappingFormat format, string key) => format.Keys.Any(known => known.Name == key);
}

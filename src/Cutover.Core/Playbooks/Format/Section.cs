using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A mapping of the file while its values are read.</summary>
internal sealed class Section(YamlMapping mapping, ProblemLog problems)
{
    public YamlPlace Place => mapping.Place;

    /// <summary>The key that the mapping stands under.</summary>
    public string Name => mapping.Place.Label;

    public bool Has(KeyFormat key) => mapping.Find(key.Name) is not null;

    /// <summary>The value, the key's default when it is left out, or null when there is neither or it cannot be read.</summary>
    public Located<T>? Read<T>(Key<T> key) =>
        mapping.Find(key.Name) is { } entry ? key.Format.Read(entry.Value, problems) : key.ReadDefault(Place);

    /// <summary>The value; what <paramref name="fallback"/> gives when the key is left out; null when it cannot be read.</summary>
    public Located<T>? ReadOr<T>(Key<T> key, Func<T> fallback) => Has(key) ? Read(key) : new Located<T>(fallback(), Place);

    /// <summary>The value when it is written and can be read, without a word about it when it is not.</summary>
    public Located<T>? Peek<T>(Key<T> key) =>
        mapping.Find(key.Name) is { } entry ? key.Format.Read(entry.Value, ProblemLog.Unread) : null;

    /// <summary>The mapping under a key, for rules that go across mappings.</summary>
    public Section? Inside(KeyFormat key) =>
        mapping.Find(key.Name)?.Value is YamlMapping inner ? new Section(inner, problems) : null;

    /// <summary>The mappings in the list under a key; null for an item that is none.</summary>
    public IEnumerable<Section?> InsideEach(KeyFormat key) => mapping.Find(key.Name)?.Value is YamlSequence list
        ? list.Items.Select(item => item is YamlMapping inner ? new Section(inner, problems) : null)
        : [];

    /// <summary>The mappings under every key of this one, whatever the keys are.</summary>
    public IEnumerable<Section> InsideAll() =>
        mapping.Entries.Select(entry => entry.Value).OfType<YamlMapping>().Select(inner => new Section(inner, problems));

    public void Refuse(YamlPlace at, string message, string mend) => problems.Add(at, message, mend);

    /// <summary>Refuses a key that has no meaning beside the others.</summary>
    public void RefuseKey(KeyFormat key, string message, string mend)
    {
        if (mapping.Find(key.Name) is { } entry)
        {
            problems.Add(entry.Key.Place, message, mend);
        }
    }
}

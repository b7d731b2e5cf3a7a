using System.Collections.Immutable;

namespace Cutover.Lab.Route53.Zones;

/// <summary>All record sets of a zone at one moment; never changes.</summary>
public sealed class ZoneContent
{
    /// <summary>A zone without a single record set.</summary>
    public static readonly ZoneContent Empty = new(ImmutableSortedDictionary<RecordSetKey, ZoneRecordSet>.Empty);

    private readonly ImmutableSortedDictionary<RecordSetKey, ZoneRecordSet> _sets;
    private readonly Lazy<ImmutableHashSet<string>> _names;

    private ZoneContent(ImmutableSortedDictionary<RecordSetKey, ZoneRecordSet> sets)
    {
        _sets = sets;
        _names = new(() => [.. _sets.Values.SelectMany(set => SelfAndParents(set.Name))]);
    }

    /// <summary>In the order of ListResourceRecordSets.</summary>
    public IEnumerable<ZoneRecordSet> RecordSets => _sets.Values;

    /// <summary>How many record sets there are.</summary>
    public int Count => _sets.Count;

    /// <summary>The siblings of one name and type, ordered by set identifier.</summary>
    public IEnumerable<ZoneRecordSet> Find(string name, string type) => At(name).Where(set => set.Type == type);

    /// <summary>One record set, or null.</summary>
    public ZoneRecordSet? Find(string name, string type, string? setIdentifier) =>
        _sets.GetValueOrDefault(new(DnsName.Reversed(name), type, setIdentifier));

    /// <summary>Every record set of one name.</summary>
    public IEnumerable<ZoneRecordSet> At(string name) => _sets.Values.Where(set => set.Name == name);

    /// <summary>True when the name or a name below it holds a record set: the difference between NODATA and NXDOMAIN.</summary>
    public bool HasName(string name) => _names.Value.Contains(name);

    internal ZoneRecordSet? Find(RecordSetKey key) => _sets.GetValueOrDefault(key);

    internal IEnumerable<ZoneRecordSet> From(RecordSetKey start) =>
        _sets.SkipWhile(set => set.Key.CompareTo(start) < 0).Select(set => set.Value);

    internal ZoneContent With(ZoneRecordSet set) => new(_sets.SetItem(set.Key, set));

    internal ZoneContent Without(RecordSetKey key) => new(_sets.Remove(key));

    private static IEnumerable<string> SelfAndParents(string name)
    {
        for (var rest = name; rest.Length > 0; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            yield return rest;
        }
    }
}

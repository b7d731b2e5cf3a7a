using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>The TXT record by which external-dns knows that a name is its own, in its default places.</summary>
internal static class ExternalDnsMark
{
    private const string Heritage = "heritage=external-dns";
    private const string OwnerField = "external-dns/owner=";

    /// <summary>Where it stands: at the name itself, and since 0.12 at the name with its type in front.</summary>
    public static IEnumerable<string> NamesFor(string name, ImmutableArray<RecordType> types) =>
        types.Select(type => $"{type.ToString().ToLowerInvariant()}-{name}").Prepend(name);

    /// <summary>Who owns the name in the words of external-dns; null when it owns nothing here.</summary>
    public static string? OwnerOf(string name, ImmutableArray<RecordType> types, ZoneContent content)
    {
        var mark = NamesFor(name, types)
            .SelectMany(place => content.At(place, "TXT"))
            .SelectMany(set => set.Values)
            .FirstOrDefault(value => value.Contains(Heritage, StringComparison.Ordinal));
        return mark is null ? null : Owner(mark);
    }

    private static string Owner(string mark)
    {
        var start = mark.IndexOf(OwnerField, StringComparison.Ordinal);
        return start < 0 ? "unnamed" : mark[(start + OwnerField.Length)..].Split(',', '"')[0];
    }
}

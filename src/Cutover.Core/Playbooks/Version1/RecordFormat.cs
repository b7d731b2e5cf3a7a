using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of "records".</summary>
internal static class RecordFormat
{
    public static Key<string> Zone { get; } = new(
        "zone",
        Scalars.Zone,
        "The hosted zone: its name or its id (Z…). Give the id when several zones have the same name.")
    { IsRequired = true };

    public static Key<string> Name { get; } = new(
        "name",
        Scalars.Domain,
        "The record whose weighted pair is moved; a name inside the zone.")
    { IsRequired = true };

    public static Key<ImmutableArray<Located<RecordType>?>> Types { get; } = new(
        "types",
        new ListFormat<RecordType>("types", Scalars.RecordType),
        "The record types moved together. List A and AAAA when the name has both.")
    { DefaultRule = PlaybookDefaults.RecordTypesRule };

    public static MappingFormat<RecordSelector> Format { get; } = new("a record", [Zone, Name, Types], Build);

    private static RecordSelector? Build(Section section)
    {
        var (zone, name) = (section.Read(Zone), section.Read(Name));
        var types = section.ReadOr(Types, () => [new Located<RecordType>(RecordType.A, section.Place)]);
        if (zone is not null && name is not null)
        {
            CheckInside(section, zone.Value, name);
        }

        if (types is not null)
        {
            CheckTypes(section, types.Value);
        }

        return zone is null || name is null || types is null || types.Value.Contains(null)
            ? null
            : new RecordSelector(zone.Value, name.Value, [.. types.Value.Select(type => type!.Value)]);
    }

    private static void CheckInside(Section section, string zone, Located<string> name)
    {
        if (!DomainNotation.IsZoneId(zone) && !DomainNotation.IsInside(name.Value, zone))
        {
            var mend = name.Value.Contains('.', StringComparison.Ordinal)
                ? $"a name that ends in .{zone}, or the zone that holds this one"
                : name.Place.With($"{name.Value}.{zone}");
            section.Refuse(name.Place, $"{name.Value} is not inside the zone {zone}", mend);
        }
    }

    private static void CheckTypes(Section section, ImmutableArray<Located<RecordType>?> types)
    {
        var known = types.OfType<Located<RecordType>>().ToList();
        foreach (var twice in known.GroupBy(type => type.Value).SelectMany(group => group.Skip(1)))
        {
            section.Refuse(twice.Place, $"{twice.Value} stands in this list already", "each type once");
        }

        if (known.Find(type => type.Value == RecordType.CNAME) is { } alias && known.Exists(type => type.Value != RecordType.CNAME))
        {
            section.Refuse(
                alias.Place,
                "a name with a CNAME has no other records, so these types cannot move together",
                "either CNAME, or A and AAAA");
        }
    }
}

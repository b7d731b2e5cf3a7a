using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>The names that planning has to see of a zone: those that move, and those that tell who else has a hand in them.</summary>
public static class PlanningNames
{
    /// <summary>With the trailing dot, each once, those that move first.</summary>
    public static ImmutableArray<string> Of(Playbook playbook, HostedZone zone)
    {
        var records = playbook.Records.Where(record => ZoneChoice.Answers(zone, record.Zone)).ToList();
        return
        [
            .. records.Select(record => record.Name + ".")
                .Concat(records.Select(record => OwnershipMark.NameFor(record.Name + ".")))
                .Concat(records.SelectMany(record => ExternalDnsMark.NamesFor(record.Name + ".", record.Types)))
                .Concat(records.SelectMany(record => WildcardsOver(record.Name + ".", zone)))
                .Distinct(),
        ];
    }

    /// <summary>The wildcards of the zone that could answer for a name which has no record set, the nearest first.</summary>
    internal static IEnumerable<string> WildcardsOver(string name, HostedZone zone)
    {
        var rest = name;
        while (rest != zone.Name && rest.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < rest.Length - 1)
        {
            rest = rest[(dot + 1)..];
            yield return "*." + rest;
        }
    }
}

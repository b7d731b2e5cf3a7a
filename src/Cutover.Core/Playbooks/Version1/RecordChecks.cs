using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

internal static class RecordChecks
{
    /// <summary>A record moved twice would be written twice for each step.</summary>
    public static void RefuseTwice(Section section, ImmutableArray<Located<RecordSelector>?> records)
    {
        var seen = new HashSet<(string Zone, string Name, Dns.RecordType Type)>();
        foreach (var record in records.OfType<Located<RecordSelector>>())
        {
            foreach (var type in record.Value.Types.Distinct().Where(type => !seen.Add((record.Value.Zone, record.Value.Name, type))))
            {
                section.Refuse(record.Place, $"{type} {record.Value.Name} is listed above already", "each record once, with all its types");
            }
        }
    }
}

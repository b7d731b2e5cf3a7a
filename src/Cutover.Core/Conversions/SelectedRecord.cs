using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;

namespace Cutover.Core.Conversions;

/// <summary>One name and type of a playbook, with what its zone holds there.</summary>
/// <param name="AtName">Every record set of the name, of any type.</param>
/// <param name="Mark">The ownership mark beside the name; null when there is none.</param>
internal sealed record SelectedRecord(HostedZone Zone, RecordKey Key, ImmutableArray<RecordSet> AtName, RecordSet? Mark)
{
    /// <summary>The record sets of the name and type.</summary>
    public ImmutableArray<RecordSet> Siblings => [.. AtName.Where(set => set.Type == Key.Type.ToString())];

    public static SelectedRecord In(ZoneContent content, RecordKey key) => new(
        content.Zone,
        key,
        [.. content.Sets.Where(set => set.Name == key.Name)],
        content.Sets.FirstOrDefault(set => set.Name == OwnershipMark.NameFor(key.Name) && IsMark(set)));

    public Refusal Refuse(string message, string mend) => new(Key.ToString(), message, mend);

    // Also one that this version cannot read: what another version of Cutover holds is not to be touched either.
    private static bool IsMark(RecordSet set) =>
        set.Type == "TXT" && set.Values.Any(value => value.StartsWith("\"heritage=cutover,", StringComparison.Ordinal));
}

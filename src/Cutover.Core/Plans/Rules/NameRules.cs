using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans.Rules;

/// <summary>Who else has a hand in a name: another Cutover, a run that was rolled back past its server, external-dns.</summary>
internal static class NameRules
{
    public static IEnumerable<Refusal> Check(Playbook playbook, IReadOnlyDictionary<string, ZoneContent> zones, ZoneView view) =>
        playbook.Records
            .GroupBy(record => (zones[record.Zone].Zone.Id, record.Name))
            .SelectMany(same => Check(
                playbook, same.Key.Name + ".", [.. same.SelectMany(record => record.Types)], zones[same.First().Zone], view));

    private static IEnumerable<Refusal> Check(
        Playbook playbook, string name, ImmutableArray<RecordType> types, ZoneContent content, ZoneView view)
    {
        var ours = types.Any(type => view.OpenRuns.ContainsKey(new RecordKey(content.Zone.Id, name, type)));
        Refusal?[] refusals = [ours ? null : Marked(playbook, name, content, view), OwnedByExternalDns(name, types, content)];
        return refusals.OfType<Refusal>();
    }

    private static Refusal? Marked(Playbook playbook, string name, ZoneContent content, ZoneView view)
    {
        var (place, shown) = (OwnershipMark.NameFor(name), name.TrimEnd('.'));
        var text = content.At(place, "TXT");
        var marks = text.Select(OwnershipMark.Parse).OfType<OwnershipMark>().ToList();
        if (marks.Find(mark => !view.ClosedRuns.Contains(mark.Run)) is { } mark)
        {
            return mark.BreakGlass is { } broken ? RolledBackPastTheServer(shown, place, mark, broken) : OtherRun(shown, place, mark);
        }

        return playbook.Dns.Ownership && !text.IsEmpty && marks.Count == 0
            ? new Refusal(
                shown,
                $"the TXT record {place.TrimEnd('.')} stands where the ownership mark belongs, "
                    + $"and holds {string.Join(", ", text[0].Values)}",
                "Delete it, or write ownership: off under dns")
            : null;
    }

    private static Refusal OtherRun(string name, string place, OwnershipMark mark) => new(
        name,
        $"run {mark.Run} of another Cutover has it in hand: the TXT record {place.TrimEnd('.')} says so, and a rollback of that run would "
            + $"restore {string.Join(", ", mark.Initial)}",
        "Wait for that run to end, or roll it back where it was started; if its server is gone for good, roll back with "
            + "cutover rollback --break-glass and delete the TXT record");

    private static Refusal RolledBackPastTheServer(string name, string place, OwnershipMark mark, BreakGlass broken) => new(
        name,
        FormattableString.Invariant($"{broken.Who} rolled run {mark.Run} back past its server at {broken.At:yyyy-MM-dd HH:mm:ss}Z, ")
            + "and that server does not know yet",
        "Start the server that drives it, which records the rollback and takes the mark away; if it is gone for good, "
            + "delete the TXT record " + place.TrimEnd('.'));

    private static Refusal? OwnedByExternalDns(string name, ImmutableArray<RecordType> types, ZoneContent content) =>
        ExternalDnsMark.OwnerOf(name, types, content) is { } owner
            ? new Refusal(
                name.TrimEnd('.'),
                $"external-dns (owner {owner}) takes it for its own, and would write its own weights over each step",
                "Take the name out of external-dns's sources and delete its TXT record, then plan again")
            : null;
}

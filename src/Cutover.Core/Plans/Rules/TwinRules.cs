using Cutover.Core.Dns;

namespace Cutover.Core.Plans.Rules;

/// <summary>A and AAAA of one name are pairs of their own; clients choose between them as they like.</summary>
internal static class TwinRules
{
    public static Refusal? Missing(PairFacts pair)
    {
        var key = pair.Record.Key;
        RecordType? twin = key.Type switch { RecordType.A => RecordType.AAAA, RecordType.AAAA => RecordType.A, _ => null };
        var listed = pair.Playbook.Records.Any(selector => ZoneChoice.Answers(pair.Content.Zone, selector.Zone)
            && selector.Name + "." == key.Name && twin is { } other && selector.Types.Contains(other));
        return twin is null || listed || pair.Content.At(key.Name, twin.ToString()!).IsEmpty
            ? null
            : pair.Refuse(
                $"the name has {twin} record sets too, and clients that use them would stay behind", $"Write types: [{key.Type}, {twin}]");
    }
}

using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Conversions;

/// <summary>
/// Turns the pairs of a playbook whose target has all the weight into simple records, so that the answers stay what they are.
/// </summary>
public static class Finish
{
    public static ConversionOutcome Prepare(Playbook playbook, ZonesNow now) =>
        ConversionAssembly.Of(ConversionKind.Finish, playbook, now, record => Convert(playbook.Stacks, record));

    private static ConvertedRecord Convert(Stacks stacks, SelectedRecord record)
    {
        var siblings = record.Siblings;
        var source = siblings.FirstOrDefault(set => set.SetIdentifier == stacks.Source.SetIdentifier);
        var target = siblings.FirstOrDefault(set => set.SetIdentifier == stacks.Target.SetIdentifier);
        if (siblings.Length != 2 || source?.Weight is not { } left || target?.Weight is not { } all)
        {
            return ConvertedRecord.Refused(record, NoPair(record, stacks));
        }

        return (left, all) is (0, > 0)
            ? new ConvertedRecord(
                record,
                [source, target],
                [target with { SetIdentifier = null, Weight = null, HealthCheckId = null }],
                Notes(record, stacks, target),
                [])
            : ConvertedRecord.Refused(record, NotAll(record, stacks, new PairWeights(left, all)));
    }

    private static Refusal NoPair(SelectedRecord record, Stacks stacks)
    {
        var held = string.Join("; ", record.Siblings.Select(RecordWords.Of));
        return record.Siblings switch
        {
            [] => record.Refuse("the zone holds no record of this name and type", "Correct the name or the zone"),
            [{ SetIdentifier: null }] => record.Refuse($"it is a simple record already: {held}", "There is nothing to finish"),
            { Length: > 2 } => record.Refuse($"a third record set takes part in the answers: {held}", "Delete the third"),
            _ => record.Refuse(
                $"it is no weighted pair of \"{stacks.Source.SetIdentifier}\" and \"{stacks.Target.SetIdentifier}\": {held}",
                "Correct the set identifiers in the playbook, or mend the pair first"),
        };
    }

    private static Refusal NotAll(SelectedRecord record, Stacks stacks, PairWeights weights) => record.Refuse(
        weights is { Source: 0, Target: 0 }
            ? "both weights are 0, which Route 53 answers with equal shares"
            : $"{stacks.Target.Name} has {RecordWords.Percent(weights.Target, weights.Source + weights.Target)} of the answers and "
                + $"{stacks.Source.Name} {RecordWords.Percent(weights.Source, weights.Source + weights.Target)} (weights {weights})",
        $"Give {stacks.Target.Name} all of them first: run the playbook to a step of 100 %");

    private static ImmutableArray<string> Notes(SelectedRecord record, Stacks stacks, RecordSet target) =>
        target.HealthCheckId is { } check
            ? [$"{record.Key}: the health check {check} of {stacks.Target.Name} is left off: a simple record has nothing to fall back to."]
            : [];
}

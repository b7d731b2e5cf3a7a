using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Conversions;

/// <summary>
/// Turns the simple records of a playbook into weighted pairs with all the weight on the source, so that the answers stay what they are.
/// </summary>
public static class Adoption
{
    /// <summary>As in a pair at 0 %: a person reads the weights as percent.</summary>
    private static readonly PairWeights Initial = new(100, 0);

    public static ConversionOutcome Prepare(Playbook playbook, TargetContent content, ZonesNow now) =>
        Unused(playbook, content) is { IsEmpty: false } unused
            ? new ConversionRefused(unused)
            : ConversionAssembly.Of(ConversionKind.Adopt, playbook, now, record => Convert(playbook, content, record));

    private static ConvertedRecord Convert(Playbook playbook, TargetContent content, SelectedRecord record)
    {
        var (source, notSimple) = SourceRules.Find(record, playbook.Stacks);
        if (source is null)
        {
            return ConvertedRecord.Refused(record, notSimple!);
        }

        var types = TypesAt(playbook, record.Key.Name);
        var (target, noTarget) = TargetChoice.Choose(record, source, content, types);
        ImmutableArray<Refusal> refusals =
        [
            .. SourceRules.Check(record, source, types),
            .. new[] { noTarget, target is null ? null : Differs(record, source, target) }.OfType<Refusal>(),
        ];
        return target is null || !refusals.IsEmpty
            ? ConvertedRecord.Refused(record, refusals)
            : new ConvertedRecord(record, [source], Pair(playbook.Stacks, source, target), Notes(record, source, playbook), []);
    }

    private static ImmutableArray<RecordSet> Pair(Stacks stacks, RecordSet source, RecordSet target) =>
    [
        source with { SetIdentifier = stacks.Source.SetIdentifier, Weight = Initial.Source },
        target with { SetIdentifier = stacks.Target.SetIdentifier, Weight = Initial.Target },
    ];

    private static Refusal? Differs(SelectedRecord record, RecordSet source, RecordSet target)
    {
        if (SameContent(record.Key.Type, source, target))
        {
            return record.Refuse(
                $"the target would hold what the source holds: {RecordWords.Content(target)}", "Give the target's own content");
        }

        return source.Alias is { EvaluateTargetHealth: true } == target.Alias is { EvaluateTargetHealth: true } ? null : record.Refuse(
            $"only {(source.Alias is { EvaluateTargetHealth: true } ? "the record" : "the target")} evaluates the health of its alias "
                + "target, so the other one would answer for both when that is unhealthy",
            "Switch it on for both (--evaluate-target-health, with an alias as the target) or for none");
    }

    private static bool SameContent(RecordType type, RecordSet source, RecordSet target) =>
        source.Alias is not null || target.Alias is not null
            ? (source.Alias?.HostedZoneId, source.Alias?.DnsName) == (target.Alias?.HostedZoneId, target.Alias?.DnsName)
            : source.Values.Select(value => ValueNotation.Read(type, value) ?? value).ToHashSet().SetEquals(target.Values);

    private static ImmutableArray<string> Notes(SelectedRecord record, RecordSet source, Playbook playbook) =>
        source.Alias is { EvaluateTargetHealth: true }
            ? [$"{record.Key}: while the alias target of {playbook.Stacks.Source.Name} is unhealthy, "
                + $"Route 53 answers with {playbook.Stacks.Target.Name}, weight 0 or not."]
            : [];

    // Something given for nothing is a mistake, and the person thinks it is in the batch.
    private static ImmutableArray<Refusal> Unused(Playbook playbook, TargetContent content)
    {
        var types = playbook.Records.SelectMany(selector => selector.Types).Distinct().ToImmutableArray();
        var moved = string.Join(" and ", types);
        var values = content.Values.Where(value => value.Type is { } type && !types.Contains(type)).Select(value => new Refusal(
            $"{value.Type}={value.Value}", $"a target value of a type that the playbook does not move: it moves {moved}", "Leave it out"));
        var alias = content.Alias is { } given && types.All(type => content.Values.Any(value => value.Type is null || value.Type == type))
            ? new Refusal(
                $"alias to {given.DnsName.TrimEnd('.')}",
                $"{moved} {(types.Length == 1 ? "has" : "have")} target values already",
                "Give one or the other")
            : null;
        return [.. values, .. new[] { alias }.OfType<Refusal>()];
    }

    private static ImmutableArray<RecordType> TypesAt(Playbook playbook, string name) =>
        [.. playbook.Records.Where(selector => selector.Name.TrimEnd('.') + "." == name).SelectMany(selector => selector.Types).Distinct()];
}

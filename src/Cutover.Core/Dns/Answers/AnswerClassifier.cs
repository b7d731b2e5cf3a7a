using System.Collections.Immutable;

namespace Cutover.Core.Dns.Answers;

/// <summary>Tells by the values of an answer which stack it names.</summary>
public sealed record AnswerClassifier(StackValues Source, StackValues Target)
{
    /// <summary>Why no answer could be told from the other stack's, in words; null when answers can be told apart.</summary>
    public string? Indistinct(ObservedPair pair)
    {
        if (pair.Source.RecordSet.Alias is { } one && pair.Target.RecordSet.Alias is { } other
            && StackValues.Spell(one.DnsName) == StackValues.Spell(other.DnsName))
        {
            return $"{pair.Source.Name} and {pair.Target.Name} are both an alias for {one.DnsName}";
        }

        return Source.Values.IsEmpty ? NothingKnown(pair.Source)
            : Target.Values.IsEmpty ? NothingKnown(pair.Target)
            : Source.Values.SetEquals(Target.Values)
                ? $"{pair.Source.Name} and {pair.Target.Name} have the same values, {InWords(Source)}"
                : null;
    }

    /// <summary>
    /// The stack whose values an answer has: all of them, or else some of them and none of the other's alone. A load balancer's answer
    /// needs only one address that was seen there.
    /// </summary>
    public AnsweredStack Classify(IEnumerable<string> answer)
    {
        var values = answer.Select(StackValues.Spell).ToImmutableHashSet();
        var (isSource, isTarget) = (Source.Values.SetEquals(values), Target.Values.SetEquals(values));
        if (isSource == isTarget)
        {
            (isSource, isTarget) = (Source.Covers(values), Target.Covers(values));
        }

        return (isSource, isTarget) switch
        {
            (true, false) => AnsweredStack.Source,
            (false, true) => AnsweredStack.Target,
            _ => AnsweredStack.Unknown,
        };
    }

    private static string InWords(StackValues stack) => string.Join(", ", stack.Values.Order(StringComparer.Ordinal));

    private static string NothingKnown(ObservedStack stack) => stack.RecordSet.Alias is { } alias
        ? $"no address of {alias.DnsName}, which {stack.Name} is an alias for, could be looked up"
        : $"the record set of {stack.Name} has no values";
}

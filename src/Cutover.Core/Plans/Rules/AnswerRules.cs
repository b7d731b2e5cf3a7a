using System.Collections.Immutable;
using System.Net.Sockets;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Plans.Rules;

/// <summary>A set identifier is only a name: where the playbook says what a stack answers, the zone must hold just that.</summary>
internal static class AnswerRules
{
    private const string DualStack = "dualstack.";

    public static Refusal? SourceAnswers(PairFacts pair) => Check(pair, pair.Playbook.Stacks.Source, pair.Source);

    public static Refusal? TargetAnswers(PairFacts pair) => Check(pair, pair.Playbook.Stacks.Target, pair.Target);

    private static Refusal? Check(PairFacts pair, Stack stack, RecordSet set)
    {
        var wanted = stack.Answers.Where(answer => Fits(answer, set)).Order(StringComparer.Ordinal).ToList();
        var held = Held(set).Order(StringComparer.Ordinal).ToList();
        return stack.Answers.IsEmpty || wanted.SequenceEqual(held) ? null : pair.Refuse(
            $"{PairFacts.Quoted(set)} holds {string.Join(", ", held)}, "
                + $"and the playbook says that {stack.Name} answers with {Words(wanted, set)}",
            $"Correct the record set if it points at the wrong place, or answers of {stack.Name} in the playbook");
    }

    // Of one list, an A record set holds the IPv4 addresses, an AAAA the IPv6 ones, and an alias or a CNAME the names.
    private static bool Fits(string answer, RecordSet set) => AnswerNotation.AddressOf(answer) is { } address
        ? set.Alias is null && set.Type == (address.AddressFamily == AddressFamily.InterNetwork ? "A" : "AAAA")
        : set.Alias is not null || set.Type == nameof(RecordType.CNAME);

    private static IEnumerable<string> Held(RecordSet set) => set.Alias is { } alias
        ? [Name(alias.DnsName)]
        : set.Values.Select(value => AnswerNotation.AddressOf(value)?.ToString() ?? Name(value));

    // The console writes "dualstack." in front of a load balancer's name; it is the same load balancer.
    private static string Name(string name)
    {
        var plain = name.TrimEnd('.').ToLowerInvariant();
        return plain.StartsWith(DualStack, StringComparison.Ordinal) ? plain[DualStack.Length..] : plain;
    }

    private static string Words(List<string> wanted, RecordSet set) => wanted.Count > 0 ? string.Join(", ", wanted)
        : set.Alias is not null || set.Type == nameof(RecordType.CNAME) ? "no name"
        : set.Type == nameof(RecordType.A) ? "no IPv4 address" : "no IPv6 address";
}

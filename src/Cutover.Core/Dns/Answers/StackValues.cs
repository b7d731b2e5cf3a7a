using System.Collections.Immutable;
using System.Net;

namespace Cutover.Core.Dns.Answers;

/// <summary>The values by which the answers of one stack are known, in one spelling.</summary>
/// <param name="Values">Addresses or names, as <see cref="Spell"/> writes them.</param>
/// <param name="IsLearned">
/// True for addresses of a load balancer as they were seen: it may have more of them, and an answer need not list them all.
/// </param>
public sealed record StackValues(ImmutableHashSet<string> Values, bool IsLearned)
{
    /// <summary>The values of a plain record set.</summary>
    public static StackValues Of(RecordSet recordSet) => new([.. recordSet.Values.Select(Spell)], IsLearned: false);

    /// <summary>Addresses seen at a load balancer.</summary>
    public static StackValues Learned(IEnumerable<string> addresses) => new([.. addresses.Select(Spell)], IsLearned: true);

    /// <summary>One spelling for all ways to write an address or a name: no zeros to spare, lower case, no trailing dot.</summary>
    public static string Spell(string value) =>
        IPAddress.TryParse(value, out var address) ? address.ToString() : value.TrimEnd('.').ToLowerInvariant();

    /// <summary>True when an answer with these values can be this stack's, whatever the other has.</summary>
    internal bool Covers(ImmutableHashSet<string> answer) =>
        !answer.IsEmpty && (IsLearned ? Values.Overlaps(answer) : Values.IsSupersetOf(answer));
}

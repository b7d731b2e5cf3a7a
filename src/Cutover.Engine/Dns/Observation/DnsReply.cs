using System.Collections.Immutable;

namespace Cutover.Engine.Dns.Observation;

/// <summary>What a server said to one question, or why it said nothing that counts.</summary>
/// <param name="Values">The values of the type asked for, in one spelling and sorted; empty when the server knows of none.</param>
/// <param name="TimeToLive">The shortest of the records; null without any.</param>
/// <param name="Failure">Null when there is an answer.</param>
internal sealed record DnsReply(ImmutableArray<string> Values, TimeSpan? TimeToLive, string? Failure)
{
    public static DnsReply Failed(string why) => new([], null, why);
}

using System.Collections.Immutable;

namespace Cutover.Core.Dns.Answers;

/// <summary>The answers of a zone's name servers to one question, asked many times.</summary>
/// <param name="From">When the first query was sent.</param>
/// <param name="To">When the last one was answered or given up.</param>
/// <param name="Servers">The answers of each name server.</param>
/// <param name="Strangers">Answers that named neither stack, the most frequent first, a few at most; values joined by commas.</param>
/// <param name="Indistinct">Why answers cannot be told apart by their values; null when they can.</param>
public sealed record AnswerSample(
    DateTimeOffset From, DateTimeOffset To, ImmutableArray<ServerAnswers> Servers, ImmutableArray<string> Strangers, string? Indistinct)
{
    public AnswerCounts Total => Servers.Aggregate(default(AnswerCounts), (sum, server) => sum + server.Counts);
}

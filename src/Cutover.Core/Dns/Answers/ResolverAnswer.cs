using System.Collections.Immutable;

namespace Cutover.Core.Dns.Answers;

/// <summary>What one recursive resolver gives its clients now.</summary>
/// <param name="Resolver">As it was given: a host name or an endpoint.</param>
/// <param name="TimeToLive">How long it goes on giving this answer; null without records.</param>
/// <param name="Values">The values of the answer, sorted.</param>
/// <param name="Failure">Why there is no answer; null when there is one.</param>
public sealed record ResolverAnswer(
    string Resolver, AnsweredStack Stack, TimeSpan? TimeToLive, ImmutableArray<string> Values, string? Failure);

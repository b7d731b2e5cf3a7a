using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Api;

/// <summary>Problem Details (RFC 9457) of this API. The last two are extension members, present on 422.</summary>
/// <param name="Problems">What is wrong with the playbook's text.</param>
/// <param name="Refusals">What of the zone stands in the way.</param>
public sealed record ApiProblem(
    string Title, int Status, string? Detail, ImmutableArray<PlaybookProblem>? Problems = null, ImmutableArray<Refusal>? Refusals = null);

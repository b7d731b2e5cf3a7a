using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Versions;

namespace Cutover.Engine.Api;

/// <summary>Problem Details (RFC 9457) of this API. The last four are extension members.</summary>
/// <param name="Problems">On 422: what is wrong with the playbook's text.</param>
/// <param name="Refusals">On 422: what of the zone stands in the way.</param>
/// <param name="Head">On 409 to a text that was to be saved: the version that the playbook is at.</param>
/// <param name="Diff">On the same: from that version to the text that was sent.</param>
public sealed record ApiProblem(
    string Title,
    int Status,
    string? Detail,
    ImmutableArray<PlaybookProblem>? Problems = null,
    ImmutableArray<Refusal>? Refusals = null,
    int? Head = null,
    ImmutableArray<DiffLine>? Diff = null);

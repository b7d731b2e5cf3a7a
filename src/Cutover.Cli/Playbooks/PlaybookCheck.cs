using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Playbooks;

/// <summary>What validating one file came to; an element of the JSON output of "validate".</summary>
/// <param name="Name">The playbook's name; null when it is invalid.</param>
internal sealed record PlaybookCheck(string File, bool Valid, string? Name, ImmutableArray<PlaybookProblem> Problems);

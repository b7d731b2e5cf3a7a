using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>The file cannot be used.</summary>
/// <param name="Problems">Everything that is wrong, at least one, in the order of the file.</param>
public sealed record PlaybookRefused(ImmutableArray<PlaybookProblem> Problems) : PlaybookReading;

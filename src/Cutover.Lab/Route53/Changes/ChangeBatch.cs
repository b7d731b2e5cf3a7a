using System.Collections.Immutable;

namespace Cutover.Lab.Route53.Changes;

/// <summary>Changes that happen together or not at all.</summary>
internal sealed record ChangeBatch(string? Comment, ImmutableArray<RecordChange> Changes);

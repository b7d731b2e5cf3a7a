using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>A gate as the file has it, before it is repeated for each of its cohorts.</summary>
/// <param name="Cohorts">The names of its cohorts; null where it is one gate for everybody.</param>
internal sealed record GateDraft(Gate Gate, Located<ImmutableArray<Located<string>?>>? Cohorts);

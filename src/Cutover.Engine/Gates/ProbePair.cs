using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Gates;

/// <summary>The same probe against both stacks.</summary>
/// <param name="Cohort">Whom it stands for; null for the playbook's own.</param>
/// <param name="Probes">Source and target; none where the host cannot probe.</param>
/// <param name="Fault">Why it cannot.</param>
internal sealed record ProbePair(Cohort? Cohort, ImmutableArray<StackProbe> Probes, string? Fault);

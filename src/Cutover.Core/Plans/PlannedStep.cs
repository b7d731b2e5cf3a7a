using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>A step with what every pair holds while it is in force.</summary>
/// <param name="Kind">What the step does.</param>
/// <param name="Wave">The wave whose pairs it moves; null where the playbook has none, or where the step concerns all of them.</param>
/// <param name="Step">The share, bake and approval asked for.</param>
/// <param name="Weights">Of every pair of the plan, those of other waves included.</param>
/// <param name="Hold">
/// How long the step lasts at least, from the end of its settle: its bake, or longer where a gate's window needs it.
/// </param>
public sealed record PlannedStep(StepKind Kind, string? Wave, Step Step, ImmutableArray<RecordWeights> Weights, TimeSpan Hold);

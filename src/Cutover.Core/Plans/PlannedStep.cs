using Cutover.Core.Dns;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>A step with the weights that stand for its share.</summary>
/// <param name="Weights">What every pair of the plan gets.</param>
/// <param name="Hold">
/// How long the step lasts at least, from the end of its settle: its bake, or longer where a gate's window needs it.
/// </param>
public sealed record PlannedStep(Step Step, PairWeights Weights, TimeSpan Hold);

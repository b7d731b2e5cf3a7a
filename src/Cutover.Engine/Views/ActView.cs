using System.Collections.Immutable;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Something a person can ask of a run.</summary>
/// <param name="Label">The button, for example "Roll back to HAProxy".</param>
/// <param name="Allowed">Whether the machine would do it now.</param>
/// <param name="Effect">What it would do, with the exact weights of every record; or why it would be refused.</param>
/// <param name="NeedsReason">A reason must be given.</param>
/// <param name="Step">For an approval: the index of the step it is for, to be sent along.</param>
/// <param name="Changes">
/// Each pair whose weights it changes; of an adoption, each pair of which the run expects something else from then on. Empty for an act
/// that leaves the weights alone, or that would be refused.
/// </param>
public sealed record ActView(
    OperatorAct Act, string Label, bool Allowed, string Effect, bool NeedsReason, int? Step, ImmutableArray<WeightChangeView> Changes);

using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>A decision with what it rests on and what came of it.</summary>
/// <param name="Verdicts">What was judged: the target first. Empty for any other event.</param>
/// <param name="Changes">The changes of hosted zones that it asked for, or that it heard of.</param>
/// <param name="Commands">What it asked to be done, in order.</param>
public sealed record DecisionDetailView(
    DecisionView Decision, ImmutableArray<JudgedView> Verdicts, ImmutableArray<ChangeView> Changes, ImmutableArray<CommandView> Commands);

using System.Collections.Immutable;
using Cutover.Core.Plans;

namespace Cutover.Engine.Views;

/// <summary>A step of a run.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Share">The share asked for, as the playbook writes it.</param>
/// <param name="ExactShare">The share that the weights really give, 0 to 1.</param>
/// <param name="Weights">Source/target.</param>
/// <param name="BakeSeconds">How long the weight is held.</param>
/// <param name="HoldSeconds">
/// How long the step lasts at least, counted from the end of the settle: the bake, or a gate's window where that is longer.
/// </param>
/// <param name="Kind">Moves weights, or goes before or after the moves.</param>
/// <param name="Wave">The wave that moves; null where the playbook has none, or where the step concerns all records.</param>
/// <param name="SettleSeconds">How long old answers may be held, counted from INSYNC.</param>
/// <param name="Changes">Every pair that the step changes, with its weights and TTL before and after.</param>
/// <param name="Until">What the step waits for beside its bake, as the playbook writes it; null for nothing.</param>
/// <param name="Safe">How long a rollback in this step takes until it is safe.</param>
public sealed record StepView(
    int Number,
    string Share,
    double ExactShare,
    string Weights,
    double BakeSeconds,
    double HoldSeconds,
    bool ApprovalRequired,
    StepProgress Progress,
    StepKind Kind,
    string? Wave,
    double SettleSeconds,
    ImmutableArray<StepChangeView> Changes,
    SafeTimeView Safe,
    string? Until);

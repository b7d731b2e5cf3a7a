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
public sealed record StepView(
    int Number,
    string Share,
    double ExactShare,
    string Weights,
    double BakeSeconds,
    double HoldSeconds,
    bool ApprovalRequired,
    StepProgress Progress);

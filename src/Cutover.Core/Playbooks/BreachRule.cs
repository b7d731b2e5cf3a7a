namespace Cutover.Core.Playbooks;

/// <summary>
/// A gate fails when at least <paramref name="Breaches"/> of its last <paramref name="Of"/> measurements miss the objective.
/// </summary>
public sealed record BreachRule(int Breaches, int Of)
{
    /// <summary>One miss fails the gate.</summary>
    public static BreachRule Any { get; } = new(1, 1);

    public override string ToString() => FormattableString.Invariant($"{Breaches} of {Of}");
}

namespace Cutover.Engine.Views;

/// <summary>What a step changes of one pair.</summary>
/// <param name="Record">Name and type.</param>
/// <param name="Zone">Name and id of its hosted zone.</param>
/// <param name="Before">Source/target, before the step.</param>
/// <param name="After">Source/target, once it is in force.</param>
/// <param name="Share">The share that the weights after it really give the target, 0 to 1.</param>
/// <param name="TtlBefore">Seconds; null for aliases, whose TTL nobody can change.</param>
/// <param name="TtlAfter">Seconds; as before, unless the step lowers or restores the TTL.</param>
public sealed record StepChangeView(
    string Record, string Zone, string Before, string After, double Share, long? TtlBefore, long? TtlAfter);

namespace Cutover.Engine.Views;

/// <summary>What becomes of the weights of one pair, source/target, with the TTL where that changes as well.</summary>
/// <param name="Record">Name and type.</param>
/// <param name="Now">What the zone holds, as far as it is known.</param>
public sealed record WeightChangeView(string Record, string Now, string Then);

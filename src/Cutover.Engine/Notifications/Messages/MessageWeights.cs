using Cutover.Core.Dns;

namespace Cutover.Engine.Notifications.Messages;

/// <summary>The weights of one pair, source/target.</summary>
/// <param name="Record">Name and type.</param>
/// <param name="After">The same as before where nothing moves.</param>
public sealed record MessageWeights(string Record, PairWeights Before, PairWeights After)
{
    public override string ToString() => Before == After ? $"{Record} {Before}" : $"{Record} {Before} → {After}";
}

using System.Globalization;
using Cutover.Core.Dns;

namespace Cutover.Core.Ownership;

/// <summary>What a rollback restores, as an ownership mark remembers it for one record type.</summary>
/// <param name="Ttl">Seconds; null for aliases.</param>
public sealed record MarkedPair(RecordType Type, PairWeights Weights, long? Ttl)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Type}:{Weights.Source}/{Weights.Target}{(Ttl is { } ttl ? $"@{ttl}" : string.Empty)}");

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static MarkedPair? Parse(string text)
    {
        var parts = text.Split(':', '/', '@');
        if (parts.Length is not (3 or 4) || !Enum.TryParse<RecordType>(parts[0], out var type))
        {
            return null;
        }

        var numbers = parts.Skip(1)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
            .ToArray();
        var pair = numbers.Contains(null) || numbers[0] > PairWeights.Maximum || numbers[1] > PairWeights.Maximum
            ? null
            : new MarkedPair(type, new PairWeights(numbers[0]!.Value, numbers[1]!.Value), numbers.Length == 3 ? numbers[2] : null);
        return pair?.ToString() == text ? pair : null;
    }
}

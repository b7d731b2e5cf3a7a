using Cutover.Core.Dns;

namespace Cutover.Core.Conversions;

/// <summary>One value of the target's record set.</summary>
/// <param name="Type">The type it is for; null when it was given without one.</param>
public sealed record TargetValue(RecordType? Type, string Value)
{
    /// <summary>Reads "A=203.0.113.9" or "203.0.113.9". Whatever stands before "=" and is no type belongs to the value.</summary>
    public static TargetValue Parse(string text)
    {
        var parts = text.Split('=', 2);
        var named = parts[0].Trim();
        var type = parts.Length == 2
            ? Array.Find(Enum.GetNames<RecordType>(), name => name.Equals(named, StringComparison.OrdinalIgnoreCase))
            : null;
        return type is null ? new TargetValue(null, text.Trim()) : new TargetValue(Enum.Parse<RecordType>(type), parts[1].Trim());
    }
}

using System.Globalization;
using System.Text.Json;

namespace Cutover.Engine.StackStatistics.Envoy;

/// <summary>
/// The habits of Envoy's admin JSON: a 64-bit number is a string where protobuf writes it and a number where Envoy does, and what is zero
/// or false may not be there at all.
/// </summary>
internal static class EnvoyJson
{
    /// <exception cref="InvalidDataException">The text is no JSON object.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InvalidDataException("Envoy answered with JSON, and not with an object");
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException("Envoy did not answer with JSON (is this its admin interface?)", failure);
        }
    }

    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    public static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The number; 0 where it is left out; null where something else stands.</summary>
    public static long? Number(JsonElement element, string name) => Member(element, name) switch
    {
        null => 0,
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var value) ? value : (long)number.GetDouble(),
        { ValueKind: JsonValueKind.String } text
            when long.TryParse(text.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };
}

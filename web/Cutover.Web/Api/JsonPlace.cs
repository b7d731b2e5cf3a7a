using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cutover.Web.Api;

/// <summary>Says where in a request's JSON something is wrong, and what to write there.</summary>
internal static class JsonPlace
{
    /// <param name="body">What the request should have held; null where nothing is known of it.</param>
    public static string Describe(JsonException failure, Type? body, JsonSerializerOptions options)
    {
        var members = body is null ? [] : options.GetTypeInfo(body).Properties;
        var name = Member(failure.Path);
        var place = FormattableString.Invariant($"line {(failure.LineNumber ?? 0) + 1}, byte {(failure.BytePositionInLine ?? 0) + 1}");
        return $"{(name.Length == 0 ? string.Empty : name + ", ")}{place}: {Words(failure, name, members)}.";
    }

    private static string Words(JsonException failure, string name, IList<JsonPropertyInfo> members)
    {
        // The parser's own exceptions are of a kind below JsonException; they say what is wrong with the JSON as such.
        if (failure.GetType() != typeof(JsonException) || name.Length == 0 || members.Count == 0)
        {
            return Missing(failure.Message)
                ?? (failure.GetType() == typeof(JsonException) ? $"write an object of {Names(members)}" : Cut(failure.Message));
        }

        return members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
            ? $"this cannot be read; write {Expected(Nullable.GetUnderlyingType(known.PropertyType) ?? known.PropertyType)}"
            : $"there is no such member; those there are: {Names(members)}";
    }

    private static string Names(IList<JsonPropertyInfo> members) => string.Join(", ", members.Select(member => member.Name));

    private static string Expected(Type type) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type).Select(value => $"\"{value}\""))}",
        _ when type == typeof(string) => "text in quotation marks",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(double) => "a number",
        { IsClass: true } => "an object in braces",
        { IsGenericType: true } => "a list in brackets",
        _ => "a whole number",
    };

    private static string Member(string? path) => path is ['$', '.', .. var rest] ? rest.Split('.', '[')[0] : string.Empty;

    private static string? Missing(string message) =>
        message.Split("missing required properties including: ") is [_, var names] ? $"{names.TrimEnd('.')} is missing" : null;

    private static string Cut(string message) => message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
}

using System.Text.Json.Nodes;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Mappings in the words of JSON Schema.</summary>
internal static class MappingSchema
{
    public static JsonObject Of(IMappingFormat format)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(format.Keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Of(key)))),
        };
        if (format.Keys.Where(key => key.IsRequired).ToList() is { Count: > 0 } required)
        {
            schema["required"] = Names(required);
        }

        if (format.Choice is { } choice)
        {
            schema["oneOf"] = new JsonArray([.. choice.Groups.Select(group => new JsonObject { ["required"] = Names(group) })]);
        }

        return schema;
    }

    private static JsonObject Of(KeyFormat key)
    {
        var schema = key.Format.ToSchema();
        var rule = key.Default ?? key.DefaultRule;
        schema.Insert(0, "description", rule is null ? key.About : $"{key.About} Default: {rule}.");
        if (key.Default is not null)
        {
            schema["default"] = key.Default;
        }

        return schema;
    }

    private static JsonArray Names(IEnumerable<KeyFormat> keys) => new([.. keys.Select(key => JsonValue.Create(key.Name))]);
}

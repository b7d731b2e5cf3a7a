using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cutover.Web.Api.Document;

/// <summary>Makes schemas say what is really written and read.</summary>
internal static class WrittenSchema
{
    public static Task CorrectAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(double))
        {
            // Readers must take "NaN" too, but this API never writes it.
            (schema.AnyOf, schema.Type) = (null, type == typeof(double) ? JsonSchemaType.Number : JsonSchemaType.Number | JsonSchemaType.Null);
        }

        // What is null is left out, in both directions.
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (IsNullable(member))
            {
                schema.Required?.Remove(name);
            }
        }

        // Only requests are read strictly: an answer may have further members one day.
        if (schema.Properties is not null && !type.Name.EndsWith("Request", StringComparison.Ordinal))
        {
            schema.AdditionalPropertiesAllowed = true;
            schema.AdditionalProperties = null;
        }

        return Task.CompletedTask;
    }

    private static bool IsNullable(IOpenApiSchema member) =>
        member.Type?.HasFlag(JsonSchemaType.Null) == true || member.OneOf?.Any(one => one.Type == JsonSchemaType.Null) == true;
}

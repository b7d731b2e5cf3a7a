using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cutover.Core.Runs;

namespace Cutover.Web.Api;

/// <summary>
/// The API's JSON: written as <see cref="RunJson"/> writes, and read strictly. A mistyped or missing member must not become a pause
/// that nobody asked for.
/// </summary>
internal static class RequestJson
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = RunJson.Options.DefaultIgnoreCondition;
        options.NumberHandling = RunJson.Options.NumberHandling;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Demand } };
    }

    // Left out, a value would be the first of its kind: for an act, that is a Pause.
    private static void Demand(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(
            member => member.PropertyType.IsValueType && member.AssociatedParameter is { HasDefaultValue: false }))
        {
            member.IsRequired = Nullable.GetUnderlyingType(member.PropertyType) is null;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>
/// A goal as JSON: its members, and "goal" with its sort. Journals from before there were several sorts have no "goal", and mean an
/// absolute objective.
/// </summary>
internal sealed class GoalJson : JsonConverter<Goal>
{
    private const string Sort = "goal";

    public override Goal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var members = JsonNode.Parse(ref reader)!.AsObject();
        return (string?)members[Sort] switch
        {
            null or "absolute" => members.Deserialize<Objective>(options),
            "relative" => members.Deserialize<RelativeObjective>(options),
            "burn" => members.Deserialize<BurnObjective>(options),
            var other => throw new JsonException($"\"{other}\" is no sort of goal"),
        };
    }

    public override void Write(Utf8JsonWriter writer, Goal value, JsonSerializerOptions options)
    {
        var members = JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject();
        members.Insert(0, Sort, value switch { RelativeObjective => "relative", BurnObjective => "burn", _ => "absolute" });
        members.WriteTo(writer, options);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Cutover.Core.Playbooks.Version1;

namespace Cutover.Core.Playbooks;

/// <summary>The format of playbooks for editors.</summary>
public static class PlaybookSchema
{
    private static readonly JsonSerializerOptions Layout =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON Schema, draft 7, which is what editors know best; ends in a line break.</summary>
    public static string Generate()
    {
        var schema = PlaybookFormat.Format.ToSchema();
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "Cutover playbook");
        schema.Insert(2, "description", "Moves a record's traffic from one stack to another step by step, and back when a gate fails.");
        return schema.ToJsonString(Layout) + "\n";
    }
}

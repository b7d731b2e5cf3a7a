using System.Text.Json.Nodes;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Describes what may stand in one place of a playbook: the reader and the JSON Schema both come from it.</summary>
internal abstract class ValueFormat
{
    /// <summary>The format in the words of JSON Schema, draft 7.</summary>
    public abstract JsonObject ToSchema();
}

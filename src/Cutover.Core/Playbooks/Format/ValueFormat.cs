using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>Describes what may stand in one place of a playbook: the reader and the JSON Schema both come from it.</summary>
internal abstract class ValueFormat
{
    /// <summary>
    /// The node with misspelt keys put right, each of them reported. What is read afterwards sees the keys that were meant,
    /// so that one slip is one problem and not also a missing key.
    /// </summary>
    /// <param name="node">What stands in the file.</param>
    /// <param name="outer">The mapping around it, whose keys may have slipped inwards.</param>
    /// <param name="problems">Where unknown keys are reported.</param>
    public virtual YamlNode Respell(YamlNode node, IMappingFormat? outer, ProblemLog problems) => node;

    /// <summary>The format in the words of JSON Schema, draft 7.</summary>
    public abstract JsonObject ToSchema();
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Notation;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Format;

/// <summary>A single value.</summary>
/// <param name="what">For messages, for example "a duration".</param>
/// <param name="read">Reads the text and explains what is wrong with it.</param>
internal sealed class ScalarFormat<T>(string what, Func<string, Parsed<T>> read) : ValueFormat<T>, IExampleFormat
{
    /// <summary>As they stand in the file, quotes included where YAML needs them.</summary>
    public required ImmutableArray<string> Examples { get; init; }

    /// <summary>What else the schema says about the value: its type, a pattern, the allowed words.</summary>
    public required JsonObject Schema { get; init; }

    /// <summary>True when the value is words, so that a bare 12 or true must be quoted to be one.</summary>
    public bool IsText { get; init; }

    /// <summary>True when the value is a number, so that it must not be quoted.</summary>
    public bool IsNumber { get; init; }

    public string Example => Examples[0];

    public override Located<T>? Read(YamlNode node, ProblemLog problems)
    {
        if (IsUnquotedPlaceholder(node))
        {
            problems.Add(
                node.Place,
                "braces without quotes are a mapping in YAML",
                node.Place.With($"\"{{{((YamlMapping)node).Entries[0].Key.Text}}}\""));
            return null;
        }

        if (NodeKind.Expect<YamlScalar>(node, $"{what} belongs here", Example, problems) is not { } scalar)
        {
            return null;
        }

        if (scalar.IsNothing || (IsText && !scalar.IsText) || (IsNumber && !scalar.IsPlain))
        {
            RefuseType(scalar, problems);
            return null;
        }

        return Parse(scalar, problems);
    }

    private Located<T>? Parse(YamlScalar scalar, ProblemLog problems)
    {
        // Block scalars end in a line break that nobody sees; no value of a playbook has one.
        var parsed = scalar.Text.AsSpan().ContainsAny('\r', '\n')
            ? Fault.Advice($"{what} stands on one line", "the value on one line, after the colon")
            : read(scalar.Text);
        if (parsed.Fault is { } fault)
        {
            problems.Add(scalar.Place, fault.Message, fault.IsAdvice ? fault.Mend : scalar.Place.With(fault.Mend));
            return null;
        }

        return new Located<T>(parsed.Value!, scalar.Place);
    }

    public override JsonObject ToSchema()
    {
        var schema = (JsonObject)Schema.DeepClone();
        schema["examples"] = new JsonArray([.. Examples.Select(AsJson)]);
        return schema;
    }

    private JsonNode? AsJson(string example) => JsonNode.Parse(IsNumber || example[0] == '"' ? example : $"\"{example}\"");

    private void RefuseType(YamlScalar scalar, ProblemLog problems)
    {
        if (scalar.IsNothing)
        {
            problems.Add(scalar.Place, $"{what} belongs here, and nothing stands here", scalar.Place.With(Example));
        }
        else if (IsNumber)
        {
            problems.Add(
                scalar.Place,
                $"\"{scalar.Text}\" in quotes is text in YAML, and {what} belongs here",
                scalar.Place.With(scalar.Text));
        }
        else
        {
            problems.Add(scalar.Place, $"{scalar.Text} without quotes is not text in YAML", scalar.Place.With($"\"{scalar.Text}\""));
        }
    }

    private static bool IsUnquotedPlaceholder(YamlNode node) =>
        node is YamlMapping { Entries: [{ Key.Text: "stack" or "cohort", Value: YamlScalar { IsNothing: true } }] };
}

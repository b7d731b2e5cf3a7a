using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Yaml;

/// <summary>A single value. A plain one stands in the file without quotes.</summary>
internal sealed partial record YamlScalar(YamlPlace Place, string Text, bool IsPlain) : YamlNode(Place)
{
    public override string Kind => IsNothing ? "nothing" : "a single value";

    public bool IsNothing => IsPlain && Nothing().IsMatch(Text);

    /// <summary>Editors check a plain 12 or true as a number or a boolean, so it is no text unless it is quoted.</summary>
    public bool IsText => !IsPlain || !(Nothing().IsMatch(Text) || NumberOrBoolean().IsMatch(Text));

    [GeneratedRegex("^(~|null|Null|NULL)?$")]
    private static partial Regex Nothing();

    [GeneratedRegex(
        @"^(true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")]
    private static partial Regex NumberOrBoolean();
}

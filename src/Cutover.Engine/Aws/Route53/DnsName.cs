using System.Text.RegularExpressions;

namespace Cutover.Engine.Aws.Route53;

/// <summary>
/// Names as this product writes them (lower case, trailing dot, "*" as "*") and as Route 53 does (everything but letters, digits,
/// "-", "_" and "." as backslash and three octal digits).
/// </summary>
internal static partial class DnsName
{
    public static string FromRoute53(string name) =>
        Canonical(Escape().Replace(name, match => Readable(Convert.ToInt32(match.Groups[1].Value, 8)) ?? match.Value));

    public static string ToRoute53(string name) =>
        Unsafe().Replace(Canonical(name), match => match.Value.Length > 1 ? match.Value : Octal(match.Value[0]));

    private static string Canonical(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.EndsWith('.') ? lower : lower + ".";
    }

    /// <summary>A dot or a backslash inside a label stays escaped: bare, it would be read as something else.</summary>
    private static string? Readable(int code) => code is > ' ' and < 0x7f and not '.' and not '\\' ? ((char)code).ToString() : null;

    private static string Octal(char character) => $@"\{Convert.ToString(character, 8).PadLeft(3, '0')}";

    [GeneratedRegex(@"\\([0-3][0-7]{2})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\\[0-3][0-7]{2}|[^a-z0-9._-]")]
    private static partial Regex Unsafe();
}

using System.Text.RegularExpressions;

namespace Cutover.Engine.Dns;

/// <summary>Tells a hosted zone's id from its name.</summary>
internal static partial class ZoneId
{
    /// <summary>True for text such as Z0123456789ABCDEFGHIJ; a zone name has a dot or lower-case letters.</summary>
    public static bool Looks(string text) => Shape().IsMatch(text);

    [GeneratedRegex("^Z[A-Z0-9]{1,32}$")]
    private static partial Regex Shape();
}

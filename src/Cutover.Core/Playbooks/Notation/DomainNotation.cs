using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Names of records and hosted zones, read as lower case without the trailing dot.</summary>
public static partial class DomainNotation
{
    /// <summary>What a domain name looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = $@"^{Name}$";

    /// <summary>A domain name, or a hosted zone's id.</summary>
    public const string ZonePattern = $@"^(Z[0-9A-Z]{{3,31}}|{Name})$";

    private const string Label = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

    private const string Name = $@"{Label}(\.{Label})*\.?";

    public static Parsed<string> Read(string text) =>
        text.Length <= 254 && Domain().IsMatch(text) ? Normal(text)
        : text.StartsWith("*.", StringComparison.Ordinal)
            ? Fault.Advice("a wildcard cannot be moved: nobody can dial it to see that it works", "the name itself, such as ws" + text[1..])
        : Fault.Advice($"\"{text}\" is not a domain name", "letters, digits, hyphens and dots, such as wss.example.com");

    /// <summary>Reads a zone's name, or its id as it is.</summary>
    public static Parsed<string> ReadZone(string text) => IsZoneId(text) ? text : Read(text);

    public static bool IsZoneId(string zone) => Id().IsMatch(zone);

    /// <summary>True when the name is the zone's own or stands below it.</summary>
    public static bool IsInside(string name, string zone) => name == zone || name.EndsWith("." + zone, StringComparison.Ordinal);

    private static string Normal(string text) => text.TrimEnd('.').ToLowerInvariant();

    [GeneratedRegex(Pattern)]
    private static partial Regex Domain();

    [GeneratedRegex("^Z[0-9A-Z]{3,31}$")]
    private static partial Regex Id();
}

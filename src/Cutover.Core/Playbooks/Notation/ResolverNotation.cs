using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Where a recursive resolver is asked: an IP address, or address:port, an IPv6 address then in brackets.</summary>
public static partial class ResolverNotation
{
    /// <summary>What a resolver looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern =
        @"^([0-9]{1,3}(\.[0-9]{1,3}){3}(:[0-9]{1,5})?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?)$";

    public static Parsed<string> Read(string text)
    {
        var match = Whole().Match(text);
        return !match.Success || !IPAddress.TryParse(match.Groups["address"].ValueSpan, out _)
            ? Fault.Advice(
                $"\"{text}\" is not the address of a resolver",
                "an IP address, with a port where it is not 53: 1.1.1.1, \"8.8.8.8:53\", \"[2606:4700:4700::1111]:53\"")
            : match.Groups["port"] is { Success: true } port && !IsPort(port.ValueSpan)
                ? Fault.Advice($"{port.Value} is not a port", "a port of 1 to 65535, or none for 53")
            : text;
    }

    private static bool IsPort(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535;

    [GeneratedRegex(
        @"^(?:(?<address>[0-9]{1,3}(\.[0-9]{1,3}){3})(:(?<port>[0-9]{1,5}))?|(?<address>[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)"
            + @"|\[(?<address>[0-9A-Fa-f:.]+)\](:(?<port>[0-9]{1,5}))?)$")]
    private static partial Regex Whole();
}

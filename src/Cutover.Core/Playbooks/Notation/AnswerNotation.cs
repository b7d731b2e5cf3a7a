using System.Net;
using System.Net.Sockets;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>What a stack's record sets answer with: an IP address, or the name that an alias or a CNAME points at.</summary>
public static class AnswerNotation
{
    /// <summary>What an answer looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = @"^[0-9A-Za-z_][0-9A-Za-z_.:-]*$|^::[0-9A-Fa-f:.]*$";

    /// <summary>Reads an answer; names and addresses come out in lower case, without the trailing dot, in their shortest form.</summary>
    public static Parsed<string> Read(string text)
    {
        if (AddressOf(text) is { } address)
        {
            return address.ToString();
        }

        var name = DomainNotation.Read(text);
        return name.IsGood && !name.Value!.All(letter => char.IsAsciiDigit(letter) || letter == '.')
            ? name
            : Fault.Advice(
                $"\"{text}\" is neither an IP address nor a name",
                "203.0.113.7, \"2001:db8::7\" or envoy-1234.elb.eu-west-1.amazonaws.com");
    }

    /// <summary>The text as an IP address written in full; null for anything else.</summary>
    public static IPAddress? AddressOf(string text) =>
        IPAddress.TryParse(text, out var address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6 || text.Count(letter => letter == '.') == 3)
        && !text.Contains('%', StringComparison.Ordinal) && !text.StartsWith('[') && Fits(address, text) ? address : null;

    // .NET reads 010.0.0.1 as octal, which nobody means.
    private static bool Fits(IPAddress address, string text) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text;
}

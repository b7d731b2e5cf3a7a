using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>The texts that probes send, and where secret ones come from.</summary>
public static partial class ProbeNotation
{
    /// <summary>What a text looks like; for .NET and ECMAScript alike.</summary>
    public const string TextPattern = @"^[^\u0000-\u001F\u007F]{1,4096}$";

    /// <summary>What a header's name or a subprotocol looks like (RFC 9110, 5.6.2).</summary>
    public const string TokenPattern = "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$";

    /// <summary>What the name of a variable looks like: a playbook must not be able to ask for just any secret of the host.</summary>
    public const string VariablePattern = "^PROBE_[A-Z0-9_]{1,120}$";

    /// <summary>What the name of a file looks like.</summary>
    public const string FilePattern = @"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$";

    /// <summary>What a path, and query, of an upgrade request looks like.</summary>
    public const string PathPattern = "^/[!$&'()*+,./0-9:;=?@A-Z_a-z~%-]{0,1023}$";

    public static Parsed<string> ReadPath(string text) => Path().IsMatch(text) ? text
        : text.StartsWith('/') ? Fault.Advice($"\"{text}\" is not a path as HTTP writes it", "a path such as /mobile?v=2, escaped with %")
        : new Fault($"\"{text}\" does not begin with /", $"/{text}");

    public static Parsed<string> ReadText(string text) => Text().IsMatch(text)
        ? text
        : Fault.Advice("the text is empty, longer than 4,096 characters, or has control characters", "1 to 4,096 characters on one line");

    public static Parsed<string> ReadToken(string text) => Token().IsMatch(text)
        ? text
        : Fault.Advice($"\"{text}\" is not a word that HTTP allows here", "letters, digits and - only");

    public static Parsed<string> ReadVariable(string text) => Variable().IsMatch(text)
        ? text
        : Fault.Advice(
            $"\"{text}\" is not a variable that probes may read: its name must begin with PROBE_, in capitals",
            "a name such as PROBE_TOKEN, and set that variable on the host");

    public static Parsed<string> ReadFile(string text) => File().IsMatch(text)
        ? text
        : Fault.Advice($"\"{text}\" is not the name of a file in the host's folder of secrets", "a file name without a folder");

    [GeneratedRegex(PathPattern)]
    private static partial Regex Path();

    [GeneratedRegex(TextPattern)]
    private static partial Regex Text();

    [GeneratedRegex(TokenPattern)]
    private static partial Regex Token();

    [GeneratedRegex(VariablePattern)]
    private static partial Regex Variable();

    [GeneratedRegex(FilePattern)]
    private static partial Regex File();
}

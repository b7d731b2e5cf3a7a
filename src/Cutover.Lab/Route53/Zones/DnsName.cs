using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cutover.Lab.Route53.Zones;

/// <summary>
/// Domain names as Route 53 stores them: lower case, trailing dot, and every character but a-z, 0-9, hyphen and underscore as a
/// three-digit octal escape (an asterisk is <c>\052</c>).
/// </summary>
public static class DnsName
{
    private const int LongestLabel = 63;
    private const int LongestName = 255;

    /// <summary>False when the text is no domain name: an empty or overlong label, a character outside ASCII, a broken escape.</summary>
    public static bool TryNormalize(string text, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (!TryReadLabels(text, out var labels))
        {
            return false;
        }

        var bytes = labels.Sum(label => label.Length + 1);
        if (bytes > LongestName || labels.Exists(label => label.Length is 0 or > LongestLabel))
        {
            return false;
        }

        name = FromLabels(labels);
        return true;
    }

    /// <exception cref="ArgumentException">The text is no domain name.</exception>
    public static string Normalize(string text) =>
        TryNormalize(text, out var name) ? name : throw new ArgumentException($"'{text}' is not a domain name.", nameof(text));

    /// <summary>The stored form of a name given as unescaped labels, most specific first.</summary>
    public static string FromLabels(IEnumerable<string> labels) => string.Concat(labels.Select(label => Escape(label) + "."));

    /// <summary>The labels of a stored name without escapes, most specific first.</summary>
    public static IReadOnlyList<string> Labels(string name) => TryReadLabels(name, out var labels) ? labels : [];

    /// <summary>True for the zone's own name and every name below it. Both names are in stored form.</summary>
    public static bool IsWithin(string name, string zone) => name == zone || name.EndsWith("." + zone, StringComparison.Ordinal);

    /// <summary>The key Route 53 lists by: labels reversed, trailing dot kept (<c>com.example.www.</c>).</summary>
    public static string Reversed(string name) => string.Join('.', name.TrimEnd('.').Split('.').Reverse()) + ".";

    private static bool TryReadLabels(string text, out List<string> labels)
    {
        labels = [];
        var label = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '.')
            {
                labels.Add(label.ToString());
                label.Clear();
            }
            else if (!TryReadCharacter(text, ref at, label))
            {
                return false;
            }
        }

        if (label.Length > 0)
        {
            labels.Add(label.ToString());
        }

        return labels.Count > 0;
    }

    private static bool TryReadCharacter(string text, ref int at, StringBuilder label)
    {
        var read = text[at];
        if (read == '\\')
        {
            var digits = text.AsSpan(at + 1, Math.Min(3, text.Length - at - 1));
            if (digits.Length < 3 || digits.ContainsAnyExceptInRange('0', '7') || digits[0] > '3')
            {
                return false;
            }

            read = (char)(((digits[0] - '0') * 64) + ((digits[1] - '0') * 8) + digits[2] - '0');
            at += 3;
        }
        else if (!char.IsAscii(read))
        {
            return false;
        }

        label.Append(char.IsAscii(read) ? char.ToLowerInvariant(read) : read);
        return true;
    }

    private static string Escape(string label)
    {
        var escaped = new StringBuilder();
        foreach (var character in label)
        {
            var lower = char.IsAscii(character) ? char.ToLowerInvariant(character) : character;
            escaped.Append(IsPlain(lower) ? lower.ToString() : "\\" + Convert.ToString(lower, toBase: 8).PadLeft(3, '0'));
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char character) => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_';
}

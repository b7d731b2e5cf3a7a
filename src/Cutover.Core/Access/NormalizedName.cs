namespace Cutover.Core.Access;

/// <summary>Names as the condition key route53:ChangeResourceRecordSetsNormalizedRecordNames compares them.</summary>
public static class NormalizedName
{
    /// <summary>
    /// Lower case, without the trailing dot, and every character but a-z, 0-9, "-", "_" and "." as a backslash and three octal digits.
    /// An escape that the name has already stays as it is.
    /// </summary>
    public static string Of(string name)
    {
        var lower = name.ToLowerInvariant();
        return string.Concat((lower.EndsWith('.') ? lower[..^1] : lower).Select((letter, at) =>
            IsPlain(letter) || letter == '\\' && IsEscape(lower.AsSpan(at + 1)) ? letter.ToString() : Octal(letter)));
    }

    private static bool IsPlain(char letter) => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.';

    private static bool IsEscape(ReadOnlySpan<char> rest) =>
        rest.Length >= 3 && rest[0] is >= '0' and <= '3' && rest[1] is >= '0' and <= '7' && rest[2] is >= '0' and <= '7';

    private static string Octal(char letter) =>
        @"\" + Convert.ToString(letter, 8).PadLeft(3, '0');
}

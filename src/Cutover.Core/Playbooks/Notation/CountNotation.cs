using System.Globalization;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Whole numbers from 1 to a million.</summary>
public static class CountNotation
{
    public const int Most = 1_000_000;

    public static Parsed<int> Read(string text) =>
        !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Fault.Advice($"\"{text}\" is not a whole number", "a whole number of at least 1")
        : number < 1 ? new Fault($"{number} is too few", "1")
        : number > Most ? new Fault($"{number} is too many", Most.ToString(CultureInfo.InvariantCulture))
        : (int)number;
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Percentages as people write them: "1 %", "1%", "0.5 %".</summary>
public static partial class PercentageNotation
{
    /// <summary>What a percentage looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = @"^([0-9]{1,3}(?:\.[0-9]{1,4})?) ?%$";

    /// <summary>Reads a share from 0 to 100 %.</summary>
    public static Parsed<Share> Read(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return Explain(text);
        }

        var percent = decimal.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return percent <= 100 ? new Share(percent) : new Fault($"\"{text}\" is more than the whole", "100 %");
    }

    private static Fault Explain(string text)
    {
        var number = Words().Replace(text.Replace(',', '.'), "").Trim();
        var mended = number + " %";
        return !Whole().IsMatch(mended) ? Fault.Advice($"\"{text}\" is not a percentage", "a number and its sign, such as 1 % or 0.5 %")
            : number == text ? new Fault($"\"{text}\" has no percent sign: it could be a share, a percentage or a Route 53 weight", mended)
            : new Fault($"\"{text}\" is not how a percentage is written here", mended);
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();

    [GeneratedRegex("%|percent|per cent|pct", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}

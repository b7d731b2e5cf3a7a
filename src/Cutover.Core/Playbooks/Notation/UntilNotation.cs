using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>What a step waits for beside its bake time: "connections &gt;= 45 %".</summary>
public static partial class UntilNotation
{
    /// <summary>What a condition looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern = @"^connections ?>= ?([0-9]{1,3}(?:\.[0-9]{1,4})? ?%)$";

    private const string Example = "connections >= 45 %";

    public static Parsed<ConnectionShareCondition> Read(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return Fault.Advice(
                $"\"{text}\" is not something a step can wait for",
                $"the target's share of the open connections: {Example}");
        }

        var share = PercentageNotation.Read(match.Groups[1].Value);
        return share.Fault is { } fault
            ? fault with { Mend = "connections >= " + fault.Mend }
            : share.Value == Share.None ? new Fault("every share is at least 0 %", Example)
            : new ConnectionShareCondition(share.Value);
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();
}

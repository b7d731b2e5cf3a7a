using System.CommandLine.Parsing;
using System.Globalization;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Cli.Backtests;

/// <summary>A moment of the past as people write it: a time such as 2026-11-20T14:00Z, or how long ago, such as 3h.</summary>
internal static class PastTime
{
    public static DateTimeOffset? Read(ArgumentResult result, TimeProvider time)
    {
        var text = result.Tokens is [var token] ? token.Value : string.Empty;
        if (DurationNotation.Read(text) is { IsGood: true, Value: var ago })
        {
            return time.GetUtcNow() - ago;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return at.ToUniversalTime();
        }

        result.AddError($"\"{text}\" is neither a time such as 2026-11-20T14:00Z nor how long ago, such as 3h");
        return null;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>Durations as people write them: "10s", "1m30s", "1.5h", "500ms"; the units d, h, m, s and ms, the greatest first.</summary>
public static partial class DurationNotation
{
    /// <summary>What a duration looks like; for .NET and ECMAScript alike.</summary>
    public const string Pattern =
        $"^(?=[0-9])(?:({Number}) ?d ?)?(?:({Number}) ?h ?)?(?:({Number}) ?m ?)?(?:({Number}) ?s ?)?(?:({Number}) ?ms)?$";

    private const string Number = @"[0-9]{1,7}(?:\.[0-9]{1,6})?";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>The longest duration that a playbook may name.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(31);

    /// <summary>Reads a duration from zero to <see cref="Longest"/>.</summary>
    public static Parsed<TimeSpan> Read(string text) => Read(text, Longest);

    /// <summary>Reads a duration from zero to the longest that this one may be.</summary>
    public static Parsed<TimeSpan> Read(string text, TimeSpan longest)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return Explain(text);
        }

        var ticks = Units.Select((unit, index) => Part(match.Groups[index + 1]) * unit.Ticks).Sum();
        return ticks <= longest.Ticks
            ? TimeSpan.FromTicks((long)ticks)
            : new Fault($"\"{text}\" is longer than {Write(longest)}", Write(longest));
    }

    /// <summary>The shortest way to write a duration that <see cref="Read"/> understands.</summary>
    public static string Write(TimeSpan duration)
    {
        var rest = duration.Ticks;
        var text = new StringBuilder();
        foreach (var (unit, ticks) in Units.AsSpan()[..4])
        {
            if (rest / ticks is > 0 and var whole)
            {
                text.Append(CultureInfo.InvariantCulture, $"{whole}{unit}");
                rest %= ticks;
            }
        }

        return rest > 0 ? text.Append(CultureInfo.InvariantCulture, $"{(decimal)rest / TimeSpan.TicksPerMillisecond}ms").ToString()
            : text.Length == 0 ? "0s"
            : text.ToString();
    }

    private static decimal Part(Group group) => group.Success ? decimal.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static Fault Explain(string text)
    {
        if (BareNumber().IsMatch(text))
        {
            return new Fault($"\"{text}\" has no unit: seconds and minutes look alike without one", $"{text}s or {text}m");
        }

        var shortened = Words().Replace(
            text.ToLowerInvariant().Replace(',', '.'), match => match.Groups[1].Success ? "ms" : match.Value[..1]);
        return Whole().IsMatch(shortened)
            ? new Fault($"\"{text}\" is not how a duration is written here", Write(Read(shortened).Value))
            : Fault.Advice($"\"{text}\" is not a duration", "a number and a unit (ms, s, m, h or d), such as 10s, 1m30s or 1.5h");
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[0-9]{1,7}(\.[0-9]{1,6})?$")]
    private static partial Regex BareNumber();

    [GeneratedRegex("(milliseconds?|millis|msecs?)|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?")]
    private static partial Regex Words();
}

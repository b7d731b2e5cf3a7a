using System.Globalization;
using System.Text.RegularExpressions;

namespace Cutover.Engine.StackStatistics.Haproxy;

/// <summary>Which process answered.</summary>
/// <param name="Name">Tells it from others at the same address; null when it does not say.</param>
/// <param name="Uptime">Null when it does not say.</param>
/// <param name="IsStopping">It has closed its listeners and waits for its last connections.</param>
internal sealed partial record HaproxyProcess(string? Name, TimeSpan? Uptime, bool IsStopping)
{
    /// <summary>From the answer to "show info".</summary>
    public static HaproxyProcess OfInfo(string text)
    {
        var fields = text.Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": ", 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0])
            .ToDictionary(group => group.Key, group => group.First()[1]);
        return new HaproxyProcess(
            fields.TryGetValue("Pid", out var pid) ? $"pid {pid}" : null,
            fields.TryGetValue("Uptime_sec", out var seconds) && long.TryParse(seconds, CultureInfo.InvariantCulture, out var uptime)
                ? TimeSpan.FromSeconds(uptime)
                : null,
            fields.GetValueOrDefault("Stopping") == "1");
    }

    /// <summary>From the head of the statistics page: the CSV does not say it; its column "pid" is a number within the process.</summary>
    public static HaproxyProcess OfPage(string html)
    {
        var (pid, uptime) = (Pid().Match(html), UptimeWords().Match(html));
        int Part(int group) => int.Parse(uptime.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        return new HaproxyProcess(
            pid.Success ? $"pid {pid.Groups[1].Value}" : null,
            uptime.Success ? new TimeSpan(Part(1), Part(2), Part(3), Part(4)) : null,
            IsStopping: false);
    }

    [GeneratedRegex(@"pid\s*=\s*</b>\s*([0-9]{1,9})\b")]
    private static partial Regex Pid();

    [GeneratedRegex(@"uptime\s*=\s*</b>\s*([0-9]{1,6})d ?([0-9]{1,2})h ?([0-9]{1,2})m ?([0-9]{1,2})s")]
    private static partial Regex UptimeWords();
}

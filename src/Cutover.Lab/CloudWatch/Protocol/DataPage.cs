using System.Globalization;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Where a page of GetMetricData begins, in points over all series, and what moment all pages of the answer look from.</summary>
internal sealed record DataPage(int Offset, DateTimeOffset AsOf)
{
    private const string Operation = "GetMetricData";

    internal static DataPage Read(QueryNode request, string fingerprint, DateTimeOffset now)
    {
        var parts = PageToken.Read(request, Operation).Split(' ');
        if (parts is [""])
        {
            return new(0, now);
        }

        const NumberStyles Digits = NumberStyles.None;
        var offset = 0;
        var ticks = 0L;
        var valid = parts is [var print, var first, var second] && print == fingerprint
            && int.TryParse(first, Digits, CultureInfo.InvariantCulture, out offset)
            && long.TryParse(second, Digits, CultureInfo.InvariantCulture, out ticks) && ticks <= now.UtcTicks;
        return valid ? new(offset, new(ticks, TimeSpan.Zero)) : throw new RefusedException(CloudWatchError.InvalidToken());
    }

    internal string TokenAfter(int count, string fingerprint) =>
        PageToken.Write(Operation, string.Create(CultureInfo.InvariantCulture, $"{fingerprint} {Offset + count} {AsOf.UtcTicks}"));
}

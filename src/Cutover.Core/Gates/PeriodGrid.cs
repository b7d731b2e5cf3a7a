namespace Cutover.Core.Gates;

/// <summary>Where CloudWatch's periods begin: at whole multiples of themselves since 1970.</summary>
public static class PeriodGrid
{
    /// <summary>The beginning of the period that <paramref name="at"/> falls into.</summary>
    public static DateTimeOffset Begin(DateTimeOffset at, TimeSpan period)
    {
        var since = at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return new DateTimeOffset(at.UtcTicks - (since % period.Ticks), TimeSpan.Zero);
    }
}

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>
/// How long a channel is left alone: 2 s doubled with each failure, 15 min at most, and of that a random part between half and all.
/// </summary>
internal static class RetryDelay
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // What a channel asks for is respected, but for what would outlast the message.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <param name="failures">Tries that failed, from 1.</param>
    /// <param name="asked">What the channel asked for; null where it did not.</param>
    /// <param name="luck">0 to 1.</param>
    public static TimeSpan After(int failures, TimeSpan? asked, double luck)
    {
        var whole = First * Math.Pow(2, Math.Min(failures - 1, 16));
        var own = (whole < Longest ? whole : Longest) * (0.5 + (luck / 2));
        var theirs = asked < LongestAsked ? asked.Value : asked is null ? TimeSpan.Zero : LongestAsked;
        return own > theirs ? own : theirs;
    }
}

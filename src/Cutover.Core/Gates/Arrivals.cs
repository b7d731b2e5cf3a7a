using System.Collections.Immutable;

namespace Cutover.Core.Gates;

/// <summary>
/// When periods of one series were first seen, each taken from its end. What was there at the first look may have been there for long, so
/// it does not count.
/// </summary>
/// <param name="Newest">The end of the newest period seen; null before there was one.</param>
/// <param name="Recent">How late the latest arrivals were, oldest first; 10 at most.</param>
public sealed record Arrivals(DateTimeOffset? Newest, ImmutableArray<TimeSpan> Recent)
{
    private const int Most = 10;

    public static Arrivals None { get; } = new(null, []);

    /// <summary>
    /// The latest of the recent arrivals, up to one poll more than it really was; null until a period has been seen to arrive.
    /// </summary>
    public TimeSpan? Lateness => Recent.IsEmpty ? null : Recent.Max();

    /// <param name="end">The end of the newest period that is there.</param>
    /// <param name="now">When it was looked for.</param>
    public Arrivals Seen(DateTimeOffset end, DateTimeOffset now) => Newest is not { } newest ? this with { Newest = end }
        : end <= newest ? this
        : new Arrivals(end, [.. Recent.Skip(Recent.Length - Most + 1), now - end]);
}

namespace Cutover.Core.Gates;

/// <summary>A gate's verdict about one stack.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Value">The value judged; null without one.</param>
/// <param name="Samples">How many samples the value rests on.</param>
/// <param name="DataFrom">Start of the window judged.</param>
/// <param name="DataTo">End of the window judged.</param>
/// <param name="Words">The arithmetic, in words.</param>
/// <param name="Missed">The latest measurement missed the objective, whether or not that fails the gate.</param>
/// <param name="Alarm">What people must be told besides, once; null for nothing.</param>
public sealed record StackVerdict(
    Verdict Verdict,
    double? Value,
    long Samples,
    DateTimeOffset DataFrom,
    DateTimeOffset DataTo,
    string Words,
    bool Missed = false,
    string? Alarm = null)
{
    /// <summary>How late data of this source has lately been; null where nobody saw it arrive.</summary>
    public TimeSpan? Lateness { get; init; }
}

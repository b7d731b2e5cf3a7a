namespace Cutover.Core.Gates;

/// <summary>A gate's verdict about one stack.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Value">The value judged; null without one.</param>
/// <param name="Samples">How many samples the value rests on.</param>
/// <param name="DataFrom">Start of the window judged.</param>
/// <param name="DataTo">End of the window judged.</param>
/// <param name="Words">The arithmetic, in words.</param>
public sealed record StackVerdict(
    Verdict Verdict,
    double? Value,
    long Samples,
    DateTimeOffset DataFrom,
    DateTimeOffset DataTo,
    string Words)
{
    /// <summary>How late data of this source has lately been; null where nobody saw it arrive.</summary>
    public TimeSpan? Lateness { get; init; }
}

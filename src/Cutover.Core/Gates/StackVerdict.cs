using Cutover.Core.Playbooks;

namespace Cutover.Core.Gates;

/// <summary>A gate's verdict about one stack.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Value">The value judged; null without one.</param>
/// <param name="Samples">How many samples the value rests on.</param>
/// <param name="DataFrom">Start of the window judged.</param>
/// <param name="DataTo">End of the window judged.</param>
/// <param name="Words">Gate, stack, and the arithmetic, in words.</param>
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
    /// <summary>
    /// The words without gate and stack before them, for who has named both already; null in journals from before it stood by itself.
    /// </summary>
    public string? Arithmetic { get; init; }

    /// <summary>How late data of this source has lately been; null where nobody saw it arrive.</summary>
    public TimeSpan? Lateness { get; init; }

    /// <summary>The verdict of a judge, which comes at the end of its words.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="stack">The stack's name, for people.</param>
    /// <param name="arithmetic">Without gate, stack and verdict.</param>
    public static StackVerdict Of(Gate gate, string stack, Verdict verdict, Measurement latest, string arithmetic) => new(
        verdict,
        (latest as Measured)?.Value,
        (latest as Measured)?.Samples ?? 0,
        latest.From,
        latest.To,
        $"{gate.Name} on {stack}: {arithmetic}: {verdict}")
    {
        Arithmetic = $"{arithmetic}: {verdict}",
    };

    /// <summary>The same with something more said at the end.</summary>
    public StackVerdict Saying(string more) =>
        this with { Words = Words + more, Arithmetic = Arithmetic is null ? null : Arithmetic + more };
}

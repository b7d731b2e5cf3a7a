using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Cutover.Core.Gates;

/// <summary>How a stack answered the latest dials of a probe; dials that were not answered in HTTP are not among them.</summary>
/// <param name="Counts">Each different answer, the most frequent first.</param>
public sealed record DialAnswers(ImmutableArray<AnswerCount> Counts)
{
    /// <summary>Fewer answers than this tell nothing.</summary>
    public const int Least = 3;

    private const double Usually = 0.9;

    /// <summary>The answer that at least nine of ten dials had; null while there are too few, or none that is so frequent.</summary>
    [JsonIgnore]
    public DialAnswer? Usual => IsEnough && Counts[0].Count >= Usually * Total ? Counts[0].Answer : null;

    [JsonIgnore]
    public bool IsEnough => Total >= Least;

    private int Total => Counts.Sum(count => count.Count);

    public static DialAnswers Of(IEnumerable<DialAnswer> answers) =>
        new(
        [
            .. answers.CountBy(answer => answer)
                .OrderByDescending(pair => pair.Value)
                .Select(pair => new AnswerCount(pair.Key, pair.Value)),
        ]);

    /// <summary>Why there is no usual answer, in words.</summary>
    public string Unusual(string stack) => IsEnough
        ? $"{stack} does not answer every dial alike ({string.Join("; ", Counts.Select(Words))})"
        : FormattableString.Invariant($"{stack} has answered {Total} dials of the {Least} that it takes to compare");

    private string Words(AnswerCount count) => FormattableString.Invariant(
        $"{count.Answer.Beside(Counts[count == Counts[0] ? ^1 : 0].Answer)} to {count.Count} of {Total}");
}

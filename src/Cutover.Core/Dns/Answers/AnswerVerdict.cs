namespace Cutover.Core.Dns.Answers;

/// <summary>
/// Whether the name servers give what the zone holds. There is no fourth case, and only <see cref="Matches"/> is a match.
/// </summary>
public abstract record AnswerVerdict
{
    private AnswerVerdict()
    {
    }

    /// <summary>The record, the arithmetic and what to do, for a person.</summary>
    public abstract string Words { get; init; }

    /// <summary>The answers fit the asked share, and there were enough of them to notice the old one.</summary>
    public sealed record Matches(string Words) : AnswerVerdict;

    /// <summary>The answers do not fit.</summary>
    public sealed record Differs(string Words, AnswerDifference Difference) : AnswerVerdict;

    /// <summary>The answers do not show it either way.</summary>
    public sealed record Unseen(string Words, UnseenReason Reason) : AnswerVerdict;
}

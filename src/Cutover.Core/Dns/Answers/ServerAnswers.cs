namespace Cutover.Core.Dns.Answers;

/// <summary>What one name server answered.</summary>
/// <param name="Server">As it was given: a host name or an endpoint.</param>
/// <param name="Failure">Why its latest failed query failed; null when none did.</param>
public sealed record ServerAnswers(string Server, AnswerCounts Counts, string? Failure)
{
    /// <summary>True when it never answered, asked or not.</summary>
    public bool IsSilent => Counts.Answered == 0 && Failure is not null;
}

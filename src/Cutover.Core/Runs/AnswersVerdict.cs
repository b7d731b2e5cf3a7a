namespace Cutover.Core.Runs;

/// <summary>What the name servers' answers say about a pair's weights.</summary>
public enum AnswersVerdict
{
    /// <summary>The answers fit the weights asked for.</summary>
    Matches,

    /// <summary>The answers do not fit the weights asked for.</summary>
    Differs,

    /// <summary>Too few answers came to tell. Never a match.</summary>
    Unseen,
}

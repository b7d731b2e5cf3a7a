namespace Cutover.Core.Dns.Answers;

/// <summary>In what the answers differ from the zone.</summary>
public enum AnswerDifference
{
    /// <summary>The stacks are named in other shares than asked for.</summary>
    Share,

    /// <summary>Values are given that neither stack has.</summary>
    Values,
}

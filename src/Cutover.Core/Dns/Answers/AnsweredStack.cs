namespace Cutover.Core.Dns.Answers;

/// <summary>What an answer names.</summary>
public enum AnsweredStack
{
    /// <summary>Values of neither stack, of both, or none.</summary>
    Unknown,

    Source,

    Target,

    /// <summary>There was no answer that counts.</summary>
    Failed,
}

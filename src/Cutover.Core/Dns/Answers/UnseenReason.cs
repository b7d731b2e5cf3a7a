namespace Cutover.Core.Dns.Answers;

/// <summary>Why a sample of answers shows nothing.</summary>
public enum UnseenReason
{
    /// <summary>Too few queries were answered to notice the old share.</summary>
    TooFewAnswers,

    /// <summary>So many answers name neither stack that the verdict would hang on whose they are.</summary>
    TooManyUnknown,

    /// <summary>The stacks' values do not tell them apart, or are not known.</summary>
    Indistinct,
}

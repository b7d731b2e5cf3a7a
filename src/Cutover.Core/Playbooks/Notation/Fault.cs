namespace Cutover.Core.Playbooks.Notation;

/// <summary>Why a text is not the value it should be, and what to write instead.</summary>
/// <param name="Message">Without a full stop at the end.</param>
/// <param name="Mend">The value itself as YAML, or words that describe it.</param>
/// <param name="IsAdvice">True when the mend is words.</param>
public sealed record Fault(string Message, string Mend, bool IsAdvice = false)
{
    public static Fault Advice(string message, string mend) => new(message, mend, IsAdvice: true);
}

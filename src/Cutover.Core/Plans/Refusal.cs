namespace Cutover.Core.Plans;

/// <summary>Why a playbook cannot be run on a zone as it is.</summary>
/// <param name="Record">The name and type, or the zone, that stands in the way.</param>
/// <param name="Message">What was found, with its value.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record Refusal(string Record, string Message, string Mend)
{
    public override string ToString() => $"{Record}: {Message}. {Mend}.";
}

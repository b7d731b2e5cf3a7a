namespace Cutover.Core.Plans;

/// <summary>Something about the zone that a person should know before a start, and that keeps nobody from it.</summary>
/// <param name="Record">The name and type it is about, or the step.</param>
/// <param name="Message">What was found, with its value.</param>
/// <param name="Mend">What could be done about it.</param>
public sealed record PlanWarning(string Record, string Message, string Mend)
{
    public override string ToString() => $"{Record}: {Message}. {Mend}.";
}

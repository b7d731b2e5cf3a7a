namespace Cutover.Engine.Probes;

public static class DialOutcomeExtensions
{
    /// <summary>The outcome in a few words, for logs and screens.</summary>
    public static string Describe(this DialOutcome outcome) => outcome switch
    {
        DialOutcome.Connected => "connected",
        DialOutcome.Refused refused => $"refused with {refused.StatusCode}",
        DialOutcome.Failed failed => $"failed in {failed.Phase}: {failed.Reason}",
        DialOutcome.TimedOut late => $"timed out in {late.Phase}",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}

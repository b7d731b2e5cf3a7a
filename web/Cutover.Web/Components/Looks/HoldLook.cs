using Cutover.Core.Runs;

namespace Cutover.Web.Components.Looks;

/// <summary>How a hold is shown that the gates say nothing about: what is wrong, and what to do.</summary>
public sealed record HoldLook(Tone Tone, string Headline, string Mend)
{
    /// <summary>Null for a hold of which the gates tell the story, or a person.</summary>
    public static HoldLook? Of(HoldReason reason) => reason switch
    {
        HoldReason.AnswersDiffer => new(
            Tone.Danger,
            "Answers do not match",
            "Traffic does not go where the weights say: step back, roll back, or find who else answers for the zone."),
        HoldReason.AnswersUnseen => new(
            Tone.Attention,
            "Answers not seen",
            "See whether this host reaches the zone's name servers; resume once they are seen, or roll back."),
        HoldReason.ConnectionsUnseen => new(
            Tone.Attention,
            "Connections not counted",
            "See why the stacks' statistics are out of sight; resume once they are counted, skip the bake to go on without, or roll back."),
        HoldReason.SyncOverdue => new(
            Tone.Attention, "Route 53 is slow", "Nothing is asked for twice: wait for INSYNC and resume, or roll back."),
        HoldReason.ChangeRefused => new(
            Tone.Attention, "Route 53 refuses the step", "Mend what it names and resume, which asks again, or roll back."),
        HoldReason.Preflight => new(
            Tone.Attention,
            "Preflight does not pass",
            "Mend what it names and resume; or skip the preflight, with a reason, or abandon the run: nothing was moved."),
        _ => null,
    };
}

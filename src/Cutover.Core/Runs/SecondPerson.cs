namespace Cutover.Core.Runs;

/// <summary>Four eyes: who starts a run does not approve the steps of it that ask for a second person.</summary>
internal static class SecondPerson
{
    /// <summary>Why this approval does not count; null when it does.</summary>
    public static string? WhyNot(Draft draft, int step, OperatorAskedEvent asked)
    {
        if (!draft.Plan.Steps[step].Step.ApprovalBySecond)
        {
            return null;
        }

        return asked.Person is not { } person
            ? $"{Advancing.Name(step)} needs a second person's approval, and a shared token does not prove who uses it: "
                + "approve with an account of your own."
            : person.Equals(draft.State.StartedBy, StringComparison.OrdinalIgnoreCase)
                ? $"{Advancing.Name(step)} needs a second person's approval, and {person} started the run: somebody else must approve it."
                : null;
    }
}

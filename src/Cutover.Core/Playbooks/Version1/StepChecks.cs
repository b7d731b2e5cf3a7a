using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What must hold of the steps taken together.</summary>
internal static class StepChecks
{
    /// <param name="section">Where problems are reported.</param>
    /// <param name="weights">One for each step in order; null where it cannot be read.</param>
    public static void Check(Section section, ImmutableArray<Located<Share>?> weights)
    {
        Located<Share>? before = null;
        foreach (var weight in weights.OfType<Located<Share>>())
        {
            if (before is not null && weight.Value <= before.Value)
            {
                var mend = before.Value == Share.All ? "nothing after 100 %, where a run ends" : $"a weight above {before.Value}";
                section.Refuse(
                    weight.Place,
                    $"{weight.Value} is not more than the step before ({before.Value}); a run goes up step by step, and back only "
                        + "by rolling back",
                    mend);
            }

            before = weight;
        }

        CheckEnd(section, weights);
    }

    /// <summary>
    /// A run that completes below 100 % would leave both stacks in service with its guard disarmed and nobody in charge.
    /// Whoever wants to stay below 100 % for a while has approvals and the pause for it, under which the gates go on judging.
    /// </summary>
    private static void CheckEnd(Section section, ImmutableArray<Located<Share>?> weights)
    {
        if (weights is [.., { } last] && last.Value != Share.All && last.Value == weights.Max(weight => weight?.Value ?? Share.None))
        {
            section.Refuse(
                last.Place,
                $"the last step stops at {last.Value}, where nothing would guard the target any more",
                "one more step: { weight: 100 %, bake: 10m, approval: required }");
        }
    }
}

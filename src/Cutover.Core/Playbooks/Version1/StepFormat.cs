using Cutover.Core.Dns;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of "steps".</summary>
internal static class StepFormat
{
    public static Key<Share> Weight { get; } = new(
        "weight",
        Scalars.Weight,
        "The target's share of the answers, above 0.39 % (1 in 256) and at most 100 %; greater than the step before.")
    { IsRequired = true };

    public static Key<TimeSpan> Bake { get; } = new(
        "bake",
        Scalars.Duration,
        "How long the weight is held under the gates, counted from the end of the settle (INSYNC + TTL).")
    { IsRequired = true };

    public static Key<ApprovalRule> Approval { get; } = new(
        "approval",
        Scalars.Approval,
        "A person must approve before this step's weight is applied; second-person: another one than whoever started the run. The gates "
            + "judge while the run waits.")
    { DefaultRule = "none" };

    public static Key<ConnectionShareCondition> Until { get; } = new(
        "until",
        StatisticsScalars.Until,
        "What the step waits for beside its bake: the target's share of the open connections, below the step's weight. Both stacks need "
            + "statistics.")
    { DefaultRule = "nothing" };

    public static MappingFormat<Step> Format { get; } = new("a step", [Weight, Bake, Approval, Until], Build);

    private static Step? Build(Section section)
    {
        var (weight, bake, approval) = (section.Read(Weight), section.Read(Bake), section.Read(Approval));
        if (weight is not null && weight.Value.Percent < PairWeights.SmallestShare)
        {
            section.Refuse(
                weight.Place,
                $"{weight.Value} is less than Route 53 can give: its smallest share is 1 in 256 (0.39 %)",
                weight.Place.With("0.4 %"));
        }

        var until = section.Read(Until);
        StatisticsChecks.Check(section, until, weight);
        return weight is null || bake is null ? null : new Step(weight.Value, bake.Value, approval is not null)
        {
            ApprovalBySecond = approval?.Value == ApprovalRule.SecondPerson,
            Until = until?.Value,
        };
    }
}

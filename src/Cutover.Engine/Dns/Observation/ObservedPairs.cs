using Cutover.Core.Dns.Answers;
using Cutover.Core.Plans;

namespace Cutover.Engine.Dns.Observation;

internal static class ObservedPairs
{
    /// <summary>A pair of a plan under the names that people know its stacks by.</summary>
    public static ObservedPair Of(Plan plan, PlannedRecord record) => new(
        record.Key,
        new ObservedStack(plan.Playbook.Stacks.Source.Name, record.Source),
        new ObservedStack(plan.Playbook.Stacks.Target.Name, record.Target));
}

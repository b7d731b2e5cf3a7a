using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans;

/// <summary>The health checks whose status planning has to know.</summary>
public static class PlanningHealthChecks
{
    /// <summary>The ids of those that the record sets of the playbook's pairs have, each once.</summary>
    public static ImmutableArray<string> Of(Playbook playbook, IEnumerable<ZoneContent> zones)
    {
        string?[] ours = [playbook.Stacks.Source.SetIdentifier, playbook.Stacks.Target.SetIdentifier];
        return
        [
            .. zones.SelectMany(content => playbook.Records
                    .Where(record => ZoneChoice.Answers(content.Zone, record.Zone))
                    .SelectMany(record => record.Types.SelectMany(type => content.At(record.Name + ".", type.ToString()))))
                .Where(set => ours.Contains(set.SetIdentifier))
                .Select(set => set.HealthCheckId).OfType<string>()
                .Distinct(),
        ];
    }
}

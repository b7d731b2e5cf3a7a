using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>Repeats gates for their cohorts, and says which of them cannot be.</summary>
internal sealed class CohortGates(Section playbook, ImmutableArray<(string Name, Located<Cohort>? Value)> cohorts)
{
    private readonly HashSet<string> _named = [];

    /// <summary>Each gate once, or once for each of its cohorts under "gate[cohort]"; null for what cannot be read.</summary>
    public ImmutableArray<(string Name, Located<Gate>? Value)> Repeat(ImmutableArray<(string Name, Located<GateDraft>? Value)> drafts)
    {
        var gates = drafts.SelectMany(draft => Repeat(draft.Name, draft.Value)).ToImmutableArray();
        // What a gate that cannot be read names is not known.
        var idle = drafts.Any(draft => draft.Value is null) ? [] : cohorts.Where(cohort => !_named.Contains(cohort.Name));
        foreach (var (name, cohort) in idle)
        {
            playbook.Refuse(
                cohort?.Place ?? playbook.Place, $"no gate names the cohort {name}, so nothing guards it", $"cohorts: [{name}] in a gate");
        }

        return gates;
    }

    private IEnumerable<(string Name, Located<Gate>? Value)> Repeat(string name, Located<GateDraft>? draft)
    {
        if (draft is null)
        {
            return [(name, null)];
        }

        var gate = draft.Value.Gate;
        if (draft.Value.Cohorts is not { } named)
        {
            CheckPlaceholder(draft);
            return [(name, new Located<Gate>(gate, draft.Place))];
        }

        var seen = new HashSet<string>();
        return [.. named.Value.Select(cohort => (name, cohort is not null && Fits(gate, cohort, seen) ? Of(draft, cohort.Value) : null))];
    }

    private void CheckPlaceholder(Located<GateDraft> draft)
    {
        if (draft.Value.Gate.Source is CloudWatchSource { NamesCohort: true })
        {
            playbook.Refuse(
                draft.Place,
                $"{CloudWatchMetric.CohortPlaceholder} stands in a dimension, and the gate names no cohorts",
                "cohorts: [name, …], with a region for each");
        }
    }

    private bool Fits(Gate gate, Located<string> name, HashSet<string> seen)
    {
        var entry = cohorts.FirstOrDefault(cohort => cohort.Name == name.Value);
        _named.Add(name.Value);
        var wrong = !seen.Add(name.Value) ? ("stands here twice", "each cohort once")
            : entry.Name is null ? ("is no cohort of this playbook", Known())
            : entry.Value is null ? null
            : Misfit(gate, entry.Value.Value);
        if (wrong is var (message, mend))
        {
            playbook.Refuse(name.Place, $"{name.Value} {message}", mend);
        }

        return wrong is null && entry.Value is not null;
    }

    private string Known() => cohorts.IsEmpty
        ? "cohorts: { name: { path: /mobile } } beside gates"
        : $"one of {string.Join(", ", cohorts.Select(cohort => cohort.Name))}";

    private static (string Message, string Mend)? Misfit(Gate gate, Cohort cohort) => gate.Source switch
    {
        WebSocketProbe when !cohort.ChangesProbes => ("changes nothing of a probe", "a cohort with path, header, subprotocol or family"),
        CloudWatchSource { NamesCohort: false } =>
            ("changes nothing of this metric", $"\"{CloudWatchMetric.CohortPlaceholder}\" in one of its dimensions"),
        CloudWatchSource when cohort.Region is null =>
            ($"has no region to stand for {CloudWatchMetric.CohortPlaceholder}", $"region: … in the cohort {cohort.Name}"),
        CloudWatchAlarm => ("cannot be told from others by an alarm", "no cohorts beside an alarm"),
        StackStatistic => ("cannot be told from others in what a stack counts", "no cohorts beside stack"),
        _ => null,
    };

    private Located<Gate> Of(Located<GateDraft> draft, string name)
    {
        var (gate, cohort) = (draft.Value.Gate, cohorts.First(cohort => cohort.Name == name).Value!.Value);
        GateSource source = gate.Source switch
        {
            WebSocketProbe probe => probe with { Cohort = cohort },
            CloudWatchSource series => series.Of(cohort.Region!),
            var other => other,
        };
        return new Located<Gate>(gate with { Name = $"{gate.Name}[{name}]", Source = source }, draft.Place);
    }
}

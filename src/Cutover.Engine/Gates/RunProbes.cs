using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// The probes of one run: a pair for the playbook's own probe and for each cohort that a gate names, however many gates read it. What a
/// stack may be burdened with at most is one for all of them, so each pair has its equal part of it.
/// </summary>
internal sealed class RunProbes(ImmutableArray<ProbePair> pairs) : IAsyncDisposable
{
    public ImmutableArray<ProbePair> Pairs => pairs;

    /// <summary>The pair that a gate reads.</summary>
    public ProbePair this[Cohort? cohort] => pairs.First(pair => pair.Cohort?.Name == cohort?.Name);

    /// <summary>Begins to probe whatever the gates of the playbook ask for.</summary>
    public static RunProbes Start(
        Playbook playbook, ProbeOptions host, ProbeSecrets secrets, TimeProvider time, ILogger<StackProbe> logger)
    {
        var cohorts = playbook.Gates.Select(gate => gate.Source).OfType<WebSocketProbe>()
            .Select(probe => probe.Cohort).DistinctBy(cohort => cohort?.Name).ToList();
        return new RunProbes([.. cohorts.Select(Pair)]);

        ProbePair Pair(Cohort? cohort)
        {
            var (options, fault) = ProbeSetup.Resolve(playbook.Probes, cohort, host, secrets);
            return new ProbePair(
                cohort, options is null ? [] : [Probe(StackRole.Source, cohort, options), Probe(StackRole.Target, cohort, options)], fault);
        }

        StackProbe Probe(StackRole role, Cohort? cohort, ProbeOptions options)
        {
            var (stack, endpoint) = (playbook.Stacks[role], playbook.Stacks[role].Endpoint!);
            var dialled = cohort?.Path is { } path ? new Uri(endpoint, path) : endpoint;
            var probe = new StackProbe(
                new ProbeTarget(stack.Name, dialled, playbook.Records[0].Name), options.PartOf(cohorts.Count), time, logger);
            probe.Start();
            return probe;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var probe in pairs.SelectMany(pair => pair.Probes))
        {
            await probe.DisposeAsync();
        }
    }
}

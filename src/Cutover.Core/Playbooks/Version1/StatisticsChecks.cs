using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

internal static class StatisticsChecks
{
    /// <summary>Whoever compares what both stacks count must say of both where that is told.</summary>
    public static void Check(Section section, ImmutableArray<(string Name, Located<Gate>? Value)> gates)
    {
        var gate = gates.Select(gate => gate.Value?.Value).FirstOrDefault(gate => gate?.Source is StackStatistic);
        var waits = section.InsideEach(PlaybookFormat.Steps)
            .Concat((section.Inside(PlaybookFormat.Waves)?.InsideAll() ?? []).SelectMany(wave => wave.InsideEach(WaveFormat.Steps)))
            .Any(step => step?.Has(StepFormat.Until) == true);
        if (gate is null && !waits)
        {
            return;
        }

        var who = gate is not null
            ? $"gate {gate.Name} reads the statistics of both stacks"
            : "a step waits for a share of the connections";
        var stacks = section.Inside(PlaybookFormat.Stacks);
        var silent = new[] { stacks?.Inside(StacksFormat.Source), stacks?.Inside(StacksFormat.Target) }
            .OfType<Section>()
            .Where(stack => !stack.Has(StackFormat.Statistics))
            .ToList();
        if (silent.Count > 0)
        {
            section.Refuse(
                silent[0].Place,
                $"{who}, and {(silent.Count == 1 ? "this one does not say where its own are" : "neither stack says where they are")}",
                $"statistics: [{{ haproxy: {StatisticsScalars.Haproxy.Example} }}] or [{{ envoy: {StatisticsScalars.Http.Example} }}]");
        }
    }

    /// <summary>The share of open connections tends to the weight and never reaches it.</summary>
    public static void Check(Section step, Located<ConnectionShareCondition>? until, Located<Share>? weight)
    {
        if (until is not null && weight is not null && until.Value.AtLeast >= weight.Value)
        {
            step.Refuse(
                until.Place,
                $"at a weight of {weight.Value} the target's share of the open connections tends to {weight.Value} and never reaches "
                    + $"{until.Value.AtLeast}: the step would never end",
                until.Place.With(new ConnectionShareCondition(new Share(weight.Value.Percent * 0.9m)).ToString()));
        }
    }
}

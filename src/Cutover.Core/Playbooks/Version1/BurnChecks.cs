using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Statistics;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What a gate with a burn can be measured by: it needs events that went wrong, and all events.</summary>
internal static class BurnChecks
{
    private const string Usable = "probe: handshake-success, handshake-failure or held-drop-rate; stack: connection-errors or 5xx; or a "
        + "cloudwatch metric of kind errors with stat: Sum and traffic";

    public static void Probe(Section section, Located<Goal> burn, ProbeMeasure measure)
    {
        if (measure is not (ProbeMeasure.HandshakeSuccess or ProbeMeasure.HandshakeFailure or ProbeMeasure.HeldDropRate))
        {
            Refuse(section, burn, $"{measure.Keyword()} does not count what failed of all");
        }
    }

    public static void Stack(Section section, Located<Goal> burn, StackMeasure measure)
    {
        if (!measure.HasShare())
        {
            Refuse(section, burn, $"{measure.Keyword()} does not count what failed of all");
        }
    }

    public static void Metric(Section section, Located<Goal>? goal, CloudWatchSource source, Located<GateKind>? kind)
    {
        if (goal is not { Value: BurnObjective } || kind is null)
        {
            return;
        }

        var fault = (kind.Value, source.TrafficLabel, source.MergedBy) switch
        {
            _ when source is CloudWatchExpression => "values of an expression tell no numbers of events",
            (not GateKind.Errors, _, _) => $"a metric of kind {kind.Value.Keyword()} does not count what failed of all",
            (_, null, _) => "these errors name no traffic metric, and without it nobody knows of how many they are",
            (_, _, not "Sum") => $"{source.MergedBy} is no number of events",
            _ => null,
        };
        if (fault is not null)
        {
            Refuse(section, goal, fault);
        }
    }

    /// <summary>Whether probes see enough within the window of an hour to tell a burn from the SLO.</summary>
    public static void Reach(Section playbook, ImmutableArray<(string Name, Located<Gate>? Value)> gates, Probing probes)
    {
        foreach (var gate in gates.Select(gate => gate.Value).OfType<Located<Gate>>())
        {
            if (FirstPass.Rate(gate.Value, probes) is { } rate && FirstPass.Seen(gate.Value, probes) is null)
            {
                Refuse(playbook, gate, rate);
            }
        }
    }

    private static void Refuse(Section playbook, Located<Gate> gate, double rate)
    {
        var (goal, looks) = ((BurnObjective)gate.Value.Goal, (int)(BurnWindows.Fast.Whole / gate.Value.Interval));
        var (seen, needed) = (
            rate * BurnWindows.Fast.Whole.TotalSeconds, BurnTest.Needed(goal.ErrorRate, BurnWindows.Fast.Factor, looks));
        var (key, what) = gate.Value.Source is WebSocketProbe { Measure: ProbeMeasure.HeldDropRate }
            ? ("connections", "connection-minutes")
            : ("handshakes", "handshakes");
        playbook.Refuse(
            gate.Place,
            string.Create(
                CultureInfo.InvariantCulture,
                $"its probes see {seen:N0} {what} in an hour, and telling a burn from an SLO of {BurnObjective.Percent(goal.Slo)} takes about ")
                + string.Create(CultureInfo.InvariantCulture, $"{needed:N0}: it could never pass"),
            $"probes with {Math.Ceiling(needed / seen):0} times the {key}, or a lower slo");
    }

    private static void Refuse(Section section, Located<Goal> burn, string fault) =>
        section.Refuse(burn.Place, $"{fault}, so there is no error budget to burn", Usable);
}

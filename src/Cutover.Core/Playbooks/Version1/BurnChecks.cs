using Cutover.Core.Playbooks.Format;

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

    private static void Refuse(Section section, Located<Goal> burn, string fault) =>
        section.Refuse(burn.Place, $"{fault}, so there is no error budget to burn", Usable);
}

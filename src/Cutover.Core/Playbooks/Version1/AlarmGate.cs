using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The rules of a gate that is an existing alarm.</summary>
internal static class AlarmGate
{
    public static Gate? Build(Section section, GateSource? alarm)
    {
        KeyFormat[] keys = [GateFormat.Kind, GateFormat.Objective, GateFormat.Burn, GateFormat.Window, GateFormat.MinSamples];
        foreach (var key in keys)
        {
            section.RefuseKey(key, $"an alarm judges by itself: it has no {key.Name} here", $"no {key.Name} beside an alarm");
        }

        var breach = section.ReadOr(GateFormat.Breach, () => BreachRule.Any);
        var freshness = section.ReadOr(GateFormat.Freshness, () => PlaybookDefaults.AlarmFreshness);
        return alarm is null || breach is null || freshness is null
            ? null
            : new Gate(
                section.Name, alarm, GateKind.Traffic, CloudWatchAlarm.Quiet, PlaybookDefaults.Window, 1, breach.Value, freshness.Value);
    }
}

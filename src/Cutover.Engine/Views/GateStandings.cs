using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Finds the gate that a person would look at first.</summary>
internal static class GateStandings
{
    /// <summary>Null for a playbook without gates.</summary>
    public static GateStandingView? Worst(RunState state) => state.Gates
        .OrderBy(gate => Rank(gate.Value.Target?.Verdict)).ThenBy(gate => gate.Key, StringComparer.Ordinal)
        .Select(gate => new GateStandingView(gate.Key, gate.Value.Target?.Verdict, gate.Value.Target?.Words ?? string.Empty))
        .FirstOrDefault();

    private static int Rank(Verdict? verdict) => verdict switch
    {
        Verdict.Failed => 0,
        Verdict.Errored => 1,
        Verdict.Inconclusive => 2,
        null => 3,
        _ => 4,
    };
}

using System.Collections.Immutable;

namespace Cutover.Core.Runs;

/// <summary>Findings in words. What is the same of several gates or stacks is said once of all of them.</summary>
public static class PreflightWords
{
    public static string Of(IEnumerable<PreflightFinding> findings) => string.Join("; ", findings
        .GroupBy(finding => (finding.Standing, finding.Words, IsAlone: finding.Gate is null))
        .SelectMany(same => same.Key.IsAlone ? [same.Key.Words] : Together(same.Key.Standing, same.Key.Words, [.. same])));

    private static IEnumerable<string> Together(PreflightStanding standing, string words, ImmutableArray<PreflightFinding> same) => same
        .GroupBy(finding => finding.Gate, (gate, ofGate) => (Gate: gate!, Stacks: string.Join(" and ", ofGate.Select(finding => finding.Stack))))
        .GroupBy(gate => gate.Stacks, gate => gate.Gate)
        .Select(gates => standing == PreflightStanding.Passed
            ? $"{string.Join(", ", gates)} {(gates.Count() == 1 ? "passes" : "pass")} on {gates.Key}"
            : $"{string.Join(", ", gates)} on {gates.Key} ({words})");
}

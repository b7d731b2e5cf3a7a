using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Looks;

/// <summary>The answer to "is it safe?", in a few words and a sentence.</summary>
public sealed record Safety(Tone Tone, string Headline, string Detail)
{
    public static Safety Of(RunView run) => run.Summary switch
    {
        { Phase: RunPhase.Completed } s =>
            new(Tone.Good, "Done", $"{s.TargetName} has the traffic. The run is over, and its gates no longer guard."),
        { Phase: RunPhase.RolledBack } s =>
            new(
                Tone.Good,
                $"Back on {s.SourceName}",
                $"The weights from before the run are in force; connections that are open on {s.TargetName} stay until they "
                    + $"end. Why: {run.RollbackReason ?? "not on record"}."),
        { Phase: RunPhase.Abandoned } =>
            new(Tone.Danger, "Unguarded", "The run was abandoned: the weights stay as they are and nobody guards them."),
        _ when run.Drift is { } drift =>
            new(
                Tone.Danger,
                "Zone changed by someone else",
                $"{run.Foreign?.Difference ?? drift}. Nothing is overwritten unless you ask for it; see the difference below."),
        { Phase: var phase } s when phase.IsRollback() =>
            new(Tone.Attention, $"Going back to {s.SourceName}", $"Why: {run.RollbackReason ?? "not on record"}."),
        _ => Guarded(run),
    };

    private static Safety Guarded(RunView run)
    {
        var failing = run.Gates.Where(gate => gate.Target?.Verdict == Verdict.Failed).Select(gate => gate.Name).ToList();
        var unproven = run.Gates.Where(gate => gate.Target?.Verdict != Verdict.Passed).Select(gate => gate.Name).ToList();
        return (run, failing, unproven) switch
        {
            ({ Summary.Hold: { Reason: HoldReason.Preflight } hold }, _, _) when HoldLook.Of(hold.Reason) is { } look =>
                new(look.Tone, look.Headline, $"{hold.Words}."),
            ({ Summary: { Phase: RunPhase.Preflight, Hold: null } }, _, _) =>
                new(Tone.Good, "Nothing moved yet", "The weights are as they were before the run."),
            (_, { Count: > 0 }, _) =>
                new(Tone.Danger, "A gate fails", $"{string.Join(", ", failing)} {(failing.Count == 1 ? "fails" : "fail")}.{Held(run)}"),
            ({ Summary.Hold: { } hold }, _, _) when HoldLook.Of(hold.Reason) is { } look =>
                new(look.Tone, look.Headline, $"{hold.Words}.{Held(run)}"),
            ({ Gates.IsEmpty: true }, _, _) =>
                new(Tone.Attention, "No gates", $"This playbook has no gates: nothing but you guards the run.{Held(run)}"),
            (_, _, { Count: > 0 }) =>
                new(Tone.Attention, "Not proven yet", $"No verdict that passes from {string.Join(", ", unproven)}.{Held(run)}"),
            ({ Summary.Hold: not null }, _, _) => new(Tone.Attention, "Held and guarded", $"{AllPass(run)}{Held(run)}"),
            _ => new(Tone.Good, "Safe so far", AllPass(run)),
        };
    }

    private static string AllPass(RunView run) =>
        run.Gates.Length == 1 ? "The gate passes." : FormattableString.Invariant($"All {run.Gates.Length} gates pass.");

    private static string Held(RunView run) => run.Summary.Hold is null ? string.Empty : " It does not advance, and goes on guarding.";
}

using Cutover.Core.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Components.Looks;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Cutover.Web.Components.Run;

/// <summary>Three questions, answered in one glance.</summary>
public sealed partial class RunHeader
{
    [Parameter, EditorRequired]
    public RunView Run { get; set; } = null!;

    private string StepWords =>
        Run.Summary.Step == 0 ? "Before the first step." : FormattableString.Invariant($"Step {Run.Summary.Step} of {Run.Summary.Steps}.");

    private string Soon(DateTimeOffset now) => Run.Summary switch
    {
        { IsOpen: false } over => over.EndedAt is { } ended ? $"After {Words.Seconds((ended - over.StartedAt).TotalSeconds)}" : "Over",
        { Hold: not null } held when !held.Phase.IsRollback() => "You decide",
        { Phase: RunPhase.AwaitingApproval } => "You decide",
        { Until: { } until } when until > now => $"In {Words.Countdown(until - now)}",
        { Phase: RunPhase.Baking, Until: not null } when Following is { } following =>
            following.Likely is { } at ? $"About {Words.Clock(at)} UTC" : "When enough have followed",
        { Until: not null } => "Now, when the gates pass",
        var busy => $"{Words.Countdown(now - busy.PhaseSince)} so far",
    };

    // Why it is held stands at the left: here is what can be done about it.
    private string NextWords => Run switch
    {
        { Summary.IsOpen: false } over => $"{over.Summary.Doing}.",
        { Foreign: not null, Summary.Phase: var phase } when !phase.IsRollback() =>
            "Adopt the change, restore what was applied, roll back, or abandon: each stands below with its effect.",
        { Summary: { Hold: { } hold, Phase: var phase } } when !phase.IsRollback() && HoldLook.Of(hold.Reason) is { } look => look.Mend,
        var open => $"{open.Summary.Next.TrimEnd('.')}.",
    };

    // What the step waits for beside its bake, while it is not there.
    private ShareForecastView? Following =>
        Run.Connections?.Forecasts.FirstOrDefault(forecast => forecast is { Goal: ForecastGoal.Until, IsReached: false });

    private static string Icon(Tone tone) => tone switch
    {
        Tone.Good => Icons.Material.Filled.VerifiedUser,
        Tone.Danger => Icons.Material.Filled.GppBad,
        Tone.Attention => Icons.Material.Filled.GppMaybe,
        _ => Icons.Material.Filled.Shield,
    };
}

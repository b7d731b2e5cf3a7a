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

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    private string StepWords =>
        Run.Summary.Step == 0 ? "Before the first step." : FormattableString.Invariant($"Step {Run.Summary.Step} of {Run.Summary.Steps}.");

    private string Soon => Run.Summary switch
    {
        { IsOpen: false } over => over.EndedAt is { } ended ? $"After {Words.Seconds((ended - over.StartedAt).TotalSeconds)}" : "Over",
        { Hold: not null } held when !held.Phase.IsRollback() => "You decide",
        { Phase: RunPhase.AwaitingApproval } => "You decide",
        { Until: { } until } when until > Now => $"In {Words.Countdown(until - Now)}",
        { Until: not null } => "Now, when the gates pass",
        var busy => $"{Words.Countdown(Now - busy.PhaseSince)} so far",
    };

    private string NextWords => Run.Summary is { IsOpen: true } open ? $"{open.Next.TrimEnd('.')}." : $"{Run.Summary.Doing}.";

    private static string Icon(Tone tone) => tone switch
    {
        Tone.Good => Icons.Material.Filled.VerifiedUser,
        Tone.Danger => Icons.Material.Filled.GppBad,
        Tone.Attention => Icons.Material.Filled.GppMaybe,
        _ => Icons.Material.Filled.Shield,
    };
}

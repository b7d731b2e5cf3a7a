using Cutover.Engine.Views;
using MudBlazor;

namespace Cutover.Web.Components.Looks;

/// <summary>How the progress of a step is shown.</summary>
public sealed record ProgressLook(string Label, Tone Tone, string Icon)
{
    public static ProgressLook Of(StepProgress progress) => progress switch
    {
        StepProgress.Current => new ProgressLook("Now", Tone.Busy, Icons.Material.Filled.PlayCircle),
        StepProgress.Passed => new ProgressLook("Passed", Tone.Good, Icons.Material.Filled.CheckCircle),
        StepProgress.Undone => new ProgressLook("Undone", Tone.Attention, Icons.Material.Filled.Undo),
        _ => new ProgressLook("Ahead", Tone.Neutral, Icons.Material.Filled.RadioButtonUnchecked),
    };
}

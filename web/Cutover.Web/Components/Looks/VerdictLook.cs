using Cutover.Core.Gates;
using MudBlazor;

namespace Cutover.Web.Components.Looks;

/// <summary>How a verdict is shown.</summary>
public sealed record VerdictLook(string Label, Tone Tone, string Icon)
{
    private static readonly VerdictLook NotYet = new("Not judged yet", Tone.Neutral, Icons.Material.Filled.HourglassEmpty);

    public static VerdictLook Of(Verdict? verdict) => verdict switch
    {
        null => NotYet,
        Verdict.Passed => new VerdictLook("Passed", Tone.Good, Icons.Material.Filled.CheckCircle),
        Verdict.Failed => new VerdictLook("Failed", Tone.Danger, Icons.Material.Filled.Cancel),
        Verdict.Errored => new VerdictLook("Not measured", Tone.Attention, Icons.Material.Filled.ErrorOutline),
        _ => new VerdictLook("Inconclusive", Tone.Attention, Icons.Material.Filled.HelpOutline),
    };
}

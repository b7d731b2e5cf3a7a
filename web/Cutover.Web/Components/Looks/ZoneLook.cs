using Cutover.Engine.Views;
using MudBlazor;

namespace Cutover.Web.Components.Looks;

/// <summary>How the standing of a hosted zone is shown.</summary>
public sealed record ZoneLook(string Label, Tone Tone, string Icon)
{
    public static ZoneLook Of(ZoneStandingView zone)
    {
        var look = Of(zone.Standing);
        return zone.GivesBack && zone.Standing != ZoneStanding.Drifted ? look with { Label = $"Back: {look.Label}" } : look;
    }

    private static ZoneLook Of(ZoneStanding standing) => standing switch
    {
        ZoneStanding.Waiting => new("not written yet", Tone.Neutral, Icons.Material.Filled.HourglassEmpty),
        ZoneStanding.Asked => new("asked", Tone.Busy, Icons.Material.Filled.Upload),
        ZoneStanding.Retrying => new("not taken, again soon", Tone.Attention, Icons.Material.Filled.Replay),
        ZoneStanding.Pending => new("PENDING", Tone.Busy, Icons.Material.Filled.Sync),
        ZoneStanding.Drifted => new("changed by someone else", Tone.Danger, Icons.Material.Filled.ReportProblem),
        _ => new("INSYNC", Tone.Good, Icons.Material.Filled.CheckCircle),
    };
}

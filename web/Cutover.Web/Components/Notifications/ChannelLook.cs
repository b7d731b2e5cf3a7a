using Cutover.Engine.Views;
using Cutover.Web.Components.Looks;
using MudBlazor;

namespace Cutover.Web.Components.Notifications;

/// <summary>How the health of a channel is shown.</summary>
public sealed record ChannelLook(string Label, Tone Tone, string Icon)
{
    public static ChannelLook Of(ChannelView channel) => channel switch
    {
        { Failure: not null } => new("failing, tried again", Tone.Attention, Icons.Material.Filled.Replay),
        { Dead: > 0 } => new("has dead letters", Tone.Danger, Icons.Material.Filled.ReportProblem),
        { Waiting: > 0 } => new("sending", Tone.Busy, Icons.Material.Filled.Upload),
        { DeliveredAt: not null } => new("delivers", Tone.Good, Icons.Material.Filled.CheckCircle),
        _ => new("not used yet", Tone.Neutral, Icons.Material.Filled.HourglassEmpty),
    };
}

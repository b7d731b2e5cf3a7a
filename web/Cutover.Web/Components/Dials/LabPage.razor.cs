using System.Collections.Immutable;
using Cutover.Lab;
using Cutover.Web.Components.Charts;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Shares;
using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Dials;

/// <summary>The lab's dials, and what they do to its users.</summary>
public sealed partial class LabPage : LivePage
{
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(5);

    private LabShares? shares;
    private ImmutableArray<ShareSample> samples = [];
    private ChartSpan span;
    private string turned = string.Empty;

    [Inject]
    private LabHosting Lab { get; set; } = null!;

    [Inject]
    private ShareHistory History { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<LabPage> Logger { get; set; } = null!;

    protected override void OnInitialized() => Sample();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && Lab.World is not null)
        {
            Begin(leaving => Watch.TickAsync(ShareSampling.Period, TickAsync, leaving));
        }
    }

    private Task TickAsync() => InvokeAsync(() =>
    {
        Sample();
        StateHasChanged();
    });

    private void Sample()
    {
        shares = Lab.World?.Shares();
        var now = Time.GetUtcNow();
        span = new ChartSpan(now - Shown, now);
        samples = History.Between(span.From, span.To);
    }

    private void Turn(LabPreset preset)
    {
        if (Lab.World is { } world)
        {
            (world.Source.Dials.Settings, world.Target.Dials.Settings) = (preset.Source, preset.Target);
            Turned(preset.Name);
        }
    }

    private void StartOver()
    {
        Lab.World?.StartOver();
        Turned("start over, all weight on HAProxy");
    }

    private void Turned(string what)
    {
        turned = $"In force: {what}.";
        Log.DialsTurned(Logger, what);
    }
}

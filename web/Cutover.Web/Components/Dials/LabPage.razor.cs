using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
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
    private ShareCourse course = ShareCourse.None;
    private string turned = string.Empty;

    [Inject]
    private LabHosting Lab { get; set; } = null!;

    [Inject]
    private ShareHistory History { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private OperatorName OperatorName { get; set; } = null!;

    [Inject]
    private AuditLog Audit { get; set; } = null!;

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
        course = new ShareCourse(History.Between(now - Shown, now), [], [], new ChartSpan(now - Shown, now));
    }

    private Task TurnAsync(LabPreset preset) => AsAdminAsync(preset.Name, world =>
        (world.Source.Dials.Settings, world.Target.Dials.Settings, world.Aws) = (preset.Source, preset.Target, preset.Aws));

    private Task TurnAwsAsync(AwsDialSettings settings) => AsAdminAsync(
        $"AWS, CloudWatch {(settings.CloudWatchBlind ? "blind" : "seeing")}, Route 53 {(settings.Route53Throttles ? "throttling" : "answering")}"
            + (settings.Route53KeepsPending ? ", changes PENDING" : null),
        world => world.Aws = settings);

    private Task TurnAsync(EdgeTurn turn) => AsAdminAsync(turn.Words, _ => turn.Edge.Dials.Settings = turn.Settings);

    private Task StartOverAsync() => AsAdminAsync("start over, all weight on HAProxy", world => world.StartOver());

    private async Task AsAdminAsync(string what, Action<LabWorld> turn)
    {
        var permit = await OperatorName.PermitAsync(Role.Admin, null);
        if (permit.Origin is not { } origin || Lab.World is not { } world)
        {
            turned = permit.Refusal ?? string.Empty;
            return;
        }

        var before = Dials(world);
        turn(world);
        await Audit.WriteAsync(new AuditNote(origin, "lab.dials") { Before = before, After = Dials(world) }, CancellationToken.None);
        turned = $"In force: {what}.";
        Log.DialsTurned(Logger, what);
    }

    private static object Dials(LabWorld world) => new { Source = world.Source.Dials.Settings, Target = world.Target.Dials.Settings, world.Aws };
}

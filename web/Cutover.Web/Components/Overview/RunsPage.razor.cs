using Cutover.Engine.Runs;
using Cutover.Web.Components.Live;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Overview;

/// <summary>All runs, the open ones first.</summary>
public sealed partial class RunsPage : LivePage
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private RunsPageModel model = null!;
    private DateTimeOffset now;

    [Inject]
    private RunArchive Archive { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<RunsPage> Logger { get; set; } = null!;

    protected override Task OnInitializedAsync()
    {
        model = new RunsPageModel(Archive, Time, Logger);
        now = Time.GetUtcNow();
        return model.ReadAsync(Leaving);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Begin(leaving => Watch.FollowAsync(null, ReadAsync, leaving));
            Begin(leaving => Watch.TickAsync(Second, TickAsync, leaving));
        }
    }

    private Task ReadAsync(CancellationToken cancellation) => InvokeAsync(async () =>
    {
        await model.ReadAsync(cancellation);
        now = Time.GetUtcNow();
        StateHasChanged();
    });

    private Task TickAsync() => InvokeAsync(() =>
    {
        now = Time.GetUtcNow();
        StateHasChanged();
    });
}

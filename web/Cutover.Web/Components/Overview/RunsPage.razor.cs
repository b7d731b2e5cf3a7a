using Cutover.Engine.Runs;
using Cutover.Web.Components.History;
using Cutover.Web.Components.Live;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Overview;

/// <summary>All runs, the open ones first.</summary>
public sealed partial class RunsPage : LivePage
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private RunsPageModel model = null!;
    private DateTimeOffset now;

    [SupplyParameterFromQuery(Name = "phase")]
    public string? Phase { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    public string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "playbook")]
    public string? Playbook { get; set; }

    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "text")]
    public string? Text { get; set; }

    [Inject]
    private RunHistory History { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<RunsPage> Logger { get; set; } = null!;

    private bool IsEmpty => model.Open.IsEmpty && model.Finished.Runs.IsEmpty;

    private bool IsUnused => model.ReadAt is not null && IsEmpty && model.Query.IsEmpty;

    protected override void OnInitialized() => model = new RunsPageModel(History, Time, Logger);

    protected override Task OnParametersSetAsync()
    {
        now = Time.GetUtcNow();
        return model.LookForAsync(RunQuery.Of(Phase, Outcome, Playbook, Who, Text, before: null), Leaving);
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

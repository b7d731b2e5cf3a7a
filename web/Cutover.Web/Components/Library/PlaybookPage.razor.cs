using Cutover.Engine.Playbooks;
using Cutover.Engine.Runs;
using Cutover.Web.Api;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Start;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Library;

/// <summary>One playbook: its text and versions, its runs, and from there to a plan and a start.</summary>
public sealed partial class PlaybookPage : LivePage
{
    private PlaybookPageModel model = null!;
    private string name = string.Empty;
    private bool isPlanned;
    private DateTimeOffset now;

    [Parameter]
    public string Name { get; set; } = string.Empty;

    /// <summary>The version to show; null for the newest.</summary>
    [SupplyParameterFromQuery(Name = "version")]
    public int? Version { get; set; }

    /// <summary>The version to compare it with; null for none.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public int? From { get; set; }

    [Inject]
    private StartPageModel Plan { get; set; } = null!;

    [Inject]
    private PlaybookShelf Shelf { get; set; } = null!;

    [Inject]
    private PlaybookCatalog Catalog { get; set; } = null!;

    [Inject]
    private PlaybookLibrary Library { get; set; } = null!;

    [Inject]
    private RunHistory History { get; set; } = null!;

    [Inject]
    private OperatorName OperatorName { get; set; } = null!;

    [Inject]
    private RunWatch Watch { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<PlaybookPage> Logger { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (PlaybookEndpoints.Name(Name) is var asked && asked != name)
        {
            name = asked;
            model = new PlaybookPageModel(name, Shelf, Catalog, Library, History, OperatorName, Time, Logger);
        }

        isPlanned = false;
        now = Time.GetUtcNow();
        await model.ReadAsync(Version, From, Leaving);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Begin(leaving => Watch.FollowAsync(null, ReadAsync, leaving));
        }
    }

    private Task ReadAsync(CancellationToken cancellation) => InvokeAsync(async () =>
    {
        await model.ReadAsync(Version, From, cancellation);
        now = Time.GetUtcNow();
        StateHasChanged();
    });

    private Task PlanAsync()
    {
        (Plan.Text, isPlanned) = (model.Shown?.Text ?? string.Empty, true);
        return Plan.PlanAsync(Leaving);
    }

    private async Task StartAsync(string? why)
    {
        if (await Plan.StartAsync(why) is { } run)
        {
            Navigation.NavigateTo(FormattableString.Invariant($"/runs/{run}"));
        }
    }

    private async Task ArchiveAsync(string? note)
    {
        await model.ArchiveAsync(note);
        await model.ReadAsync(Version, From, Leaving);
    }
}

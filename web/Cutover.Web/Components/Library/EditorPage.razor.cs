using Cutover.Engine.Playbooks;
using Cutover.Web.Api;
using Cutover.Web.Components.Live;
using Cutover.Web.Components.Start;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Cutover.Web.Components.Library;

/// <summary>
/// The text of a playbook with everything that is wrong with it, as it is typed. The browser keeps what is typed in its tab, so that neither a
/// lost connection nor another person's save takes it away.
/// </summary>
public sealed partial class EditorPage : LivePage
{
    // Long enough for a word, short enough to be seen at once.
    private static readonly TimeSpan CheckPause = TimeSpan.FromMilliseconds(300);

    private EditorModel model = null!;
    private Coalescing checks = null!;
    private Draft? draft;
    private string? name;
    private string? note;
    private bool isLoaded;
    private bool isUnknown;
    private bool isBegun;

    [Parameter]
    public string? Name { get; set; }

    [Inject]
    private StartPageModel Plan { get; set; } = null!;

    [Inject]
    private PlaybookShelf Shelf { get; set; } = null!;

    [Inject]
    private PlaybookLibrary Library { get; set; } = null!;

    [Inject]
    private OperatorName OperatorName { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<EditorPage> Logger { get; set; } = null!;

    private string Title => name is null ? "New playbook" : $"Edit {name}";

    private string DraftKey => $"playbook:{name}";

    private string SaveLabel => model.Base is null ? "Save as a new playbook" : "Save as the newest version";

    private IEnumerable<(int Line, bool IsWrong)> Gutter
    {
        get
        {
            var wrong = model.Problems.Select(problem => problem.Line).ToHashSet();
            return Enumerable.Range(1, model.Text.ReplaceLineEndings("\n").Count(letter => letter == '\n') + 1)
                .Select(line => (line, wrong.Contains(line)));
        }
    }

    protected override async Task OnInitializedAsync()
    {
        model = new EditorModel(Shelf, Library, OperatorName, Logger);
        checks = new Coalescing(Time, CheckPause);
        name = Name is null ? null : PlaybookEndpoints.Name(Name);
        if (name is null)
        {
            model.Begin(EditorModel.Beginning, null);
        }
        else
        {
            isUnknown = !await model.LoadAsync(name, Leaving);
        }

        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isBegun || !isLoaded || isUnknown)
        {
            return;
        }

        isBegun = true;
        Begin(leaving => checks.RunAsync(CheckAsync, leaving));
        // A draft is offered and never put in the place of anything by itself.
        if (await Browser.InvokeAsync<Draft?>("cutoverDrafts.find", Leaving, DraftKey) is { } found && found.Text != model.Text)
        {
            draft = found;
            StateHasChanged();
        }
    }

    private Task CheckAsync(CancellationToken cancellation) => InvokeAsync(() =>
    {
        model.Check();
        StateHasChanged();
    });

    private Task GoToAsync((int Line, int Column) place) =>
        Browser.InvokeVoidAsync("cutoverDrafts.goTo", Leaving, "editor", place.Line, place.Column).AsTask();

    private Task PlanAsync()
    {
        Plan.Text = model.Text;
        return Plan.PlanAsync(Leaving);
    }

    private async Task SaveAsync()
    {
        if (await model.SaveAsync(note) is { } kept)
        {
            await Browser.InvokeVoidAsync("cutoverDrafts.drop", CancellationToken.None, DraftKey);
            Navigation.NavigateTo(PlaybookLinks.Of(kept.Playbook));
        }
    }

    private async Task TakeTheirsAsync()
    {
        // What was typed stays in the tab as a draft, to be taken up again.
        draft = new Draft(model.Text, model.Base, Time.GetUtcNow());
        await model.LoadAsync(name ?? model.Name!, Leaving);
    }
}

using Cutover.Engine.Runs;
using Cutover.Web.Components.Live;
using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.History;

/// <summary>The runs that are over, page by page; what is looked for is in the address.</summary>
public sealed partial class HistoryPage : LivePage
{
    private HistoryPageModel model = null!;
    private RunQuery query = new();
    private DateTimeOffset now;

    [SupplyParameterFromQuery(Name = "outcome")]
    public string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "playbook")]
    public string? Playbook { get; set; }

    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "text")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public long? Before { get; set; }

    [Inject]
    private RunHistory History { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<HistoryPage> Logger { get; set; } = null!;

    protected override void OnInitialized() => model = new HistoryPageModel(History, Time, Logger);

    protected override async Task OnParametersSetAsync()
    {
        (query, now) = (RunQuery.Of(null, Outcome, Playbook, Who, Text, Before), Time.GetUtcNow());
        await model.ReadAsync(query, Leaving);
    }
}

using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Cutover.Web.Access;
using Cutover.Web.Access.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Cutover.Web.Api;

/// <summary>The acts of a run as pages without a script: what stands behind each button when the dashboard's connection is dead.</summary>
internal static class ActPages
{
    public static string Path(long run) => FormattableString.Invariant($"/runs/{run}/acts");

    public static string Path(long run, OperatorAct act) => $"{Path(run)}/{act}";

    /// <summary>Everything that can be asked now, and why the rest cannot.</summary>
    public static IResult List(RunView run) => PlainPage.Show(200, Title(run), $"""
        <p>{run.Summary.Doing}.</p>
        <ul>{Html.Each(run.Acts.OrderByDescending(act => act.Allowed), act => Line(run.Summary.Id, act))}</ul>
        {Back(run.Summary.Id)}
        """);

    /// <summary>One act with its exact effect, and the form that asks for it.</summary>
    public static IResult Confirm(RunView run, ActView act, AntiforgeryTokenSet tokens) => PlainPage.Show(200, $"{act.Label}?", $"""
        <p>{Title(run)}: {run.Summary.Doing}.</p>
        <p><strong>{act.Effect}</strong></p>
        {Changes(run, act)}
        {(act.Allowed ? Form(run.Summary, act, tokens) : Html.Of($"<p role=alert>This would be refused now.</p>"))}
        {Back(run.Summary.Id)}
        """);

    public static IResult NotDone(int status, long id, string why) =>
        PlainPage.Show(status, "Not done", $"<p role=alert>{why}</p>{Back(id)}");

    private static Html Form(RunSummaryView run, ActView act, AntiforgeryTokenSet tokens) => $"""
        <form method="post" action="{Path(run.Id, act.Act)}">
        {Hidden(tokens.FormFieldName, tokens.RequestToken)}
        {Hidden("step", act.Step?.ToString(CultureInfo.InvariantCulture))}
        {Hidden("asOf", ActRequest.LookedAt(act.Act, run.Sequence)?.ToString(CultureInfo.InvariantCulture))}
        {Hidden("key", Guid.NewGuid().ToString())}
        <label>Reason ({(act.NeedsReason ? "needed" : "optional")})<input name="reason" maxlength="{Reasons.Longest}"{(act.NeedsReason ? " required" : null)}></label>
        <button>{act.Label}</button>
        </form>
        """;

    public static Html Changes(RunView run, ActView act) => act.Changes.IsEmpty ? Html.Empty : $"""
        <table><caption>Weights {run.Summary.SourceName}/{run.Summary.TargetName}</caption>
        <tr><th>Record</th><th>Now</th><th>Then</th></tr>
        {Html.Each(act.Changes, Change)}</table>
        """;

    private static Html Change(WeightChangeView change) =>
        $"<tr><td>{change.Record}</td><td>{change.Now}</td><td>{change.Then}</td></tr>";

    private static Html Line(long run, ActView act) => act.Allowed
        ? Html.Of($"<li><a href=\"{Path(run, act.Act)}\">{act.Label}</a><br>{act.Effect}</li>")
        : Html.Of($"<li>{act.Label}: not now<br>{act.Effect}</li>");

    public static Html Hidden(string name, string? value) =>
        $"<input type=\"hidden\" name=\"{name}\" value=\"{value ?? string.Empty}\">";

    private static string Title(RunView run) => FormattableString.Invariant($"{run.Summary.Playbook} #{run.Summary.Id}");

    public static Html Back(long id) => $"<p><a href=\"/runs/{id}\">Back to the run</a></p>";
}

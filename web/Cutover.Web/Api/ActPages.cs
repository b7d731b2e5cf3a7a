using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;
using Cutover.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Cutover.Web.Api;

/// <summary>The acts of a run as pages without a script: what stands behind each button when the dashboard's connection is dead.</summary>
internal static class ActPages
{
    public static string Path(long run) => FormattableString.Invariant($"/runs/{run}/acts");

    public static string Path(long run, OperatorAct act) => $"{Path(run)}/{act}";

    /// <summary>Everything that can be asked now, and why the rest cannot.</summary>
    public static IResult List(RunView run) => PlainPage.Show(200, Title(run), $"""
        <p>{PlainPage.Encode(run.Summary.Doing)}.</p>
        <ul>{string.Concat(run.Acts.OrderByDescending(act => act.Allowed).Select(act => Line(run.Summary.Id, act)))}</ul>
        {Back(run.Summary.Id)}
        """);

    /// <summary>One act with its exact effect, and the form that asks for it.</summary>
    public static IResult Confirm(RunView run, ActView act, AntiforgeryTokenSet tokens) => PlainPage.Show(200, $"{act.Label}?", $"""
        <p>{PlainPage.Encode(Title(run))}: {PlainPage.Encode(run.Summary.Doing)}.</p>
        <p><strong>{PlainPage.Encode(act.Effect)}</strong></p>
        {Changes(run, act)}
        {(act.Allowed ? Form(run.Summary, act, tokens) : "<p role=alert>This would be refused now.</p>")}
        {Back(run.Summary.Id)}
        """);

    public static IResult NotDone(int status, long id, string why) =>
        PlainPage.Show(status, "Not done", $"<p role=alert>{PlainPage.Encode(why)}</p>{Back(id)}");

    private static string Form(RunSummaryView run, ActView act, AntiforgeryTokenSet tokens) => $"""
        <form method="post" action="{Path(run.Id, act.Act)}">
        {Hidden(tokens.FormFieldName, tokens.RequestToken)}
        {Hidden("step", act.Step?.ToString(CultureInfo.InvariantCulture))}
        {Hidden("asOf", ActRequest.LookedAt(act.Act, run.Sequence)?.ToString(CultureInfo.InvariantCulture))}
        {Hidden("key", Guid.NewGuid().ToString())}
        <label>Reason ({(act.NeedsReason ? "needed" : "optional")})<input name="reason" maxlength="{Reasons.Longest}"{(act.NeedsReason ? " required" : null)}></label>
        <button>{PlainPage.Encode(act.Label)}</button>
        </form>
        """;

    private static string Changes(RunView run, ActView act) => act.Changes.IsEmpty ? string.Empty : $"""
        <table><caption>Weights {PlainPage.Encode(run.Summary.SourceName)}/{PlainPage.Encode(run.Summary.TargetName)}</caption>
        <tr><th>Record</th><th>Now</th><th>Then</th></tr>
        {string.Concat(act.Changes.Select(Change))}</table>
        """;

    private static string Change(WeightChangeView change) =>
        $"<tr><td>{PlainPage.Encode(change.Record)}</td><td>{PlainPage.Encode(change.Now)}</td><td>{PlainPage.Encode(change.Then)}</td></tr>";

    private static string Line(long run, ActView act) => act.Allowed
        ? $"<li><a href=\"{Path(run, act.Act)}\">{PlainPage.Encode(act.Label)}</a><br>{PlainPage.Encode(act.Effect)}</li>"
        : $"<li>{PlainPage.Encode(act.Label)}: not now<br>{PlainPage.Encode(act.Effect)}</li>";

    private static string Hidden(string name, string? value) =>
        $"<input type=\"hidden\" name=\"{PlainPage.Encode(name)}\" value=\"{PlainPage.Encode(value ?? string.Empty)}\">";

    private static string Title(RunView run) => FormattableString.Invariant($"{run.Summary.Playbook} #{run.Summary.Id}");

    private static string Back(long id) => FormattableString.Invariant($"<p><a href=\"/runs/{id}\">Back to the run</a></p>");
}

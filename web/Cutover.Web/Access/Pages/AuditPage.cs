using System.Globalization;
using Cutover.Core.Auditing;
using Cutover.Engine.Auditing;

namespace Cutover.Web.Access.Pages;

/// <summary>Who did what, for admins: the newest first.</summary>
internal static class AuditPage
{
    public const string Path = "/audit";

    private const int Shown = 100;

    public static void Map(WebApplication app) =>
        app.MapGet(Path, ShowAsync).RequireAuthorization(Policies.Administers).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, AuditLog audit, long? before = null)
    {
        var rows = await audit.BeforeAsync(before, Shown, context.RequestAborted);
        Html older = rows is [.., { Sequence: > 1 } last]
            ? $"""<p><a href="{Path}?before={last.Sequence}">Older</a></p>"""
            : Html.Empty;
        Html head = before is null && rows is [var newest, ..]
            ? $"<p class=hint>Row {newest.Sequence} has the hash <code>{newest.Hash}</code>. Kept elsewhere, it proves later that nothing was taken away: <code>cutover audit verify --head</code>.</p>"
            : Html.Empty;
        return Frame.Show(
            context,
            "Audit",
            $"""
            {head}<section><div class="scroll" tabindex="0" role="region" aria-label="Audit"><table>
            <thead><tr><th scope="col">Row</th><th scope="col">When, UTC</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">On</th><th scope="col">Why</th><th scope="col">Before and after</th></tr></thead>
            <tbody>{Html.Each(rows, Row)}</tbody></table></div>{older}</section>
            """);
    }

    private static Html Row(AuditEntry entry)
    {
        var at = entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var token = entry.Token is null ? null : $", token {entry.Token}";
        string?[] on = [entry.Run is { } run ? $"run {run.ToString(CultureInfo.InvariantCulture)}" : null, entry.Playbook, entry.Account];
        return $"""
            <tr><th scope="row">{entry.Sequence}</th><td class="nowrap">{at}</td><td>{entry.Who}{token}<br><span class=hint>{entry.From}</span></td><td>{entry.Act}</td>
            <td>{string.Join(", ", on.OfType<string>())}</td><td>{entry.Why}</td><td class="wide hint"><code>{entry.Before}</code>{(entry.Before is null ? null : " → ")}<code>{entry.After}</code></td></tr>
            """;
    }
}

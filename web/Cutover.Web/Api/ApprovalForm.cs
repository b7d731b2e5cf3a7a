using System.Globalization;
using Cutover.Core.Accounts;
using Cutover.Core.Runs;
using Cutover.Engine.Notifications.Approvals;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Access;
using Cutover.Web.Access.Pages;

namespace Cutover.Web.Api;

/// <summary>
/// Where the link of a message leads: a page that shows what would be approved, and a form that approves it. Opening the page does nothing,
/// however often a chat program looks at it. Fields: code, asOf, reason, and the antiforgery token.
/// </summary>
internal static class ApprovalForm
{
    private const string Path = "/runs/{id:long}/approval";

    public static void Map(WebApplication app)
    {
        app.MapGet(Path, ShowAsync).RequireAuthorization(Policies.Reads).ExcludeFromDescription();
        app.MapForm(Path, ApproveAsync).RequireAuthorization(Policies.ActsOnRun);
    }

    private static async Task<IResult> ShowAsync(
        long id, HttpContext context, ApprovalLinks links, RunArchive archive, CancellationToken cancellation)
    {
        var code = context.Request.Query["code"].ToString();
        if (await archive.FindAsync(id, cancellation) is not { } run)
        {
            return ActPages.NotDone(404, id, FormattableString.Invariant($"There is no run {id}."));
        }

        var grants = PersonClaims.GrantsOf(context.User);
        return await links.ReadAsync(id, code, cancellation) switch
        {
            ApprovalLinkVoid link => ActPages.NotDone(410, id, link.Why),
            ApprovalLinkGood when !(grants.For(run.Summary.Playbook) >= Role.Operator) =>
                ActPages.NotDone(403, id, Forbidden.Words(grants, Role.Operator, run.Summary.Playbook)),
            _ => Page(context, run, run.Acts.First(act => act.Act == OperatorAct.Approve), code),
        };
    }

    private static async Task<IResult> ApproveAsync(long id, HttpContext context, ApprovalLinks links, OpenRuns runs)
    {
        var (code, reason) = (await context.FieldAsync("code"), await context.FieldAsync("reason"));
        if (reason.Length > Reasons.Longest
            || !long.TryParse(await context.FieldAsync("asOf"), NumberStyles.None, CultureInfo.InvariantCulture, out var asOf))
        {
            return ActPages.NotDone(400, id, $"This form holds a decision's number, and a reason of at most {Reasons.Longest} characters.");
        }

        if (await links.ReadAsync(id, code, context.RequestAborted) is not ApprovalLinkGood link)
        {
            return ActPages.NotDone(410, id, await WhyAsync(id, code, links));
        }

        var origin = Operator.OriginOf(context);
        var asked = new OperatorAskedEvent(OperatorAct.Approve, origin.Who, Reasons.Clean(reason), link.Step, origin.Person);
        return await runs.ActAsync(
            id, Occurrence.Of(asked) with { AsOf = asOf, Origin = origin, ApprovalLink = link.Id }, CancellationToken.None) switch
        {
            ActDone => new SeeOther(FormattableString.Invariant($"/runs/{id}")),
            ActRefused { Reason: var why } => ActPages.NotDone(409, id, why),
            _ => ActPages.NotDone(404, id, FormattableString.Invariant($"There is no run {id}.")),
        };
    }

    private static async Task<string> WhyAsync(long id, string code, ApprovalLinks links) =>
        await links.ReadAsync(id, code, CancellationToken.None) is ApprovalLinkVoid link ? link.Why : "This link is over.";

    private static IResult Page(HttpContext context, RunView run, ActView act, string code) => PlainPage.Show(200, $"{act.Label}?", $"""
        <p>{run.Summary.Playbook} #{run.Summary.Id}: {run.Summary.Doing}.</p>
        <p><strong>{act.Effect}</strong></p>
        {ActPages.Changes(run, act)}
        <form method="post" action="/runs/{run.Summary.Id}/approval">
        {FormRoutes.Token(context)}
        {ActPages.Hidden("code", code)}
        {ActPages.Hidden("asOf", run.Summary.Sequence.ToString(CultureInfo.InvariantCulture))}
        <label>Reason (optional)<input name="reason" maxlength="{Reasons.Longest}"></label>
        <button>{act.Label}</button>
        </form>
        <p>You are {Operator.NameOf(context)}. This link works once.</p>
        {ActPages.Back(run.Summary.Id)}
        """);
}

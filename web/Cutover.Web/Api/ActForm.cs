using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Cutover.Web.Api;

/// <summary>
/// The acts as plain form posts, so that Roll back works when the dashboard's connection is dead. Fields: reason, step, and the
/// antiforgery token.
/// What was done shows on the run's page; what was not is said at once.
/// </summary>
internal static class ActForm
{
    public static void Map(WebApplication app) => app.MapPost("/runs/{id:long}/acts/{act}", ActAsync)
        .RequireAuthorization(Policies.ActsOnRun).ExcludeFromDescription();

    private static async Task<IResult> ActAsync(
        long id, string act, HttpContext context, IAntiforgery antiforgery, OpenRuns runs, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return NotDone(400, id, "This form was out of date. Open the run's page again and repeat it there.");
        }

        var form = await context.Request.ReadFormAsync(cancellation);
        if (Name(act) is not { } known
            || !TryStep(form["step"].ToString(), out var step)
            || form["reason"].ToString() is not { Length: <= Reasons.Longest } reason)
        {
            return NotDone(
                400, id, $"An act, a step by its index, and a reason of at most {Reasons.Longest} characters are what this form holds.");
        }

        var origin = Operator.OriginOf(context);
        var asked = new OperatorAskedEvent(known, origin.Who, Reasons.Clean(reason), step, origin.Person);
        return await runs.ActAsync(id, asked, origin, cancellation) switch
        {
            ActDone => new SeeOther(Page(id)),
            ActRefused { Reason: var why } => NotDone(409, id, why),
            _ => NotDone(404, id, FormattableString.Invariant($"There is no run {id}.")),
        };
    }

    // Names only: a number would be taken for an act that may not even exist.
    private static OperatorAct? Name(string act)
    {
        var found = Array.FindIndex(Enum.GetNames<OperatorAct>(), name => name.Equals(act, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : Enum.GetValues<OperatorAct>()[found];
    }

    private static bool TryStep(string text, out int? step)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        step = isNumber ? number : null;
        return isNumber || text.Length == 0;
    }

    private static string Page(long id) => FormattableString.Invariant($"/runs/{id}");

    private static IResult NotDone(int status, long id, string why) =>
        PlainPage.Show(status, "Not done", $"<p role=alert>{PlainPage.Encode(why)}</p><p><a href=\"{Page(id)}\">Back to the run</a></p>");
}

using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Requests;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Cutover.Web.Api;

/// <summary>
/// The acts as plain pages and form posts, so that all of them work when the dashboard's connection is dead. Fields: reason, step, asOf, key,
/// and the antiforgery token. What was done shows on the run's page; what was not is said at once.
/// </summary>
internal static class ActForm
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/runs/{id:long}/acts", ListAsync).RequireAuthorization(Policies.Reads).ExcludeFromDescription();
        app.MapGet("/runs/{id:long}/acts/{act}", ConfirmAsync).RequireAuthorization(Policies.Reads).ExcludeFromDescription();
        app.MapPost("/runs/{id:long}/acts/{act}", ActAsync).RequireAuthorization(Policies.ActsOnRun).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(long id, RunArchive archive, CancellationToken cancellation) =>
        await archive.FindAsync(id, cancellation) is { } run ? ActPages.List(run) : NoRun(id);

    private static async Task<IResult> ConfirmAsync(
        long id, string act, HttpContext context, IAntiforgery antiforgery, RunArchive archive, CancellationToken cancellation)
    {
        if (Name(act) is not { } known)
        {
            return ActPages.NotDone(404, id, $"There is no act \"{act}\".");
        }

        return await archive.FindAsync(id, cancellation) is { } run
            ? ActPages.Confirm(run, run.Acts.First(view => view.Act == known), antiforgery.GetAndStoreTokens(context))
            : NoRun(id);
    }

    private static async Task<IResult> ActAsync(
        long id, string act, HttpContext context, IAntiforgery antiforgery, OpenRuns runs, NamedRequests requests, TimeProvider time)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return ActPages.NotDone(400, id, "This form was out of date. Open the run's page again and repeat it there.");
        }

        var form = await context.Request.ReadFormAsync();
        if (Name(act) is not { } known
            || !TryNumber(form["step"].ToString(), out var step)
            || !TryNumber(form["asOf"].ToString(), out var asOf)
            || form["reason"].ToString() is not { Length: <= Reasons.Longest } reason)
        {
            return ActPages.NotDone(
                400, id, $"An act, a step by its index, and a reason of at most {Reasons.Longest} characters are what this form holds.");
        }

        if (Reasons.AreNeededFor(known) && Reasons.Clean(reason) is null)
        {
            return ActPages.NotDone(400, id, $"Say why: {known} is not done without a reason.");
        }

        var origin = Operator.OriginOf(context);
        var asked = new OperatorAskedEvent(known, origin.Who, Reasons.Clean(reason), (int?)step, origin.Person);
        var seen = Occurrence.Of(asked) with { AsOf = asOf, Origin = origin, Request = RequestOf(form["key"].ToString(), id, asked, time.GetUtcNow()) };
        return Answer(id, await OnceAsync(id, seen, runs, requests));
    }

    // A form that is sent twice, by a double click or by loading it again, asks once.
    private static async Task<ActOutcome> OnceAsync(long id, Occurrence asked, OpenRuns runs, NamedRequests requests)
    {
        if (asked.Request is not { } request)
        {
            return await runs.ActAsync(id, asked, CancellationToken.None);
        }

        using var turn = requests.Enter(request.Who, request.Key);
        return turn is null ? new ActRefused("The same form is being answered: look at the run.")
            : await requests.FindAsync(request.Who, request.Key, CancellationToken.None) is { } before
                ? (ActOutcome)await requests.OutcomeAsync(before, CancellationToken.None)
                : await runs.ActAsync(id, asked, CancellationToken.None);
    }

    private static RequestRecord? RequestOf(string key, long run, OperatorAskedEvent asked, DateTimeOffset now) =>
        RequestKey.Read(key) is not { } read ? null : new RequestRecord
        {
            Who = asked.Who, Key = FormattableString.Invariant($"form {run} {read}"), Fingerprint = string.Empty, At = now,
        };

    private static IResult Answer(long id, ActOutcome outcome) => outcome switch
    {
        ActDone => new SeeOther(FormattableString.Invariant($"/runs/{id}")),
        ActRefused { Reason: var why } => ActPages.NotDone(409, id, why),
        _ => NoRun(id),
    };

    private static IResult NoRun(long id) => ActPages.NotDone(404, id, FormattableString.Invariant($"There is no run {id}."));

    // Names only: a number would be taken for an act that may not even exist.
    private static OperatorAct? Name(string act)
    {
        var found = Array.FindIndex(Enum.GetNames<OperatorAct>(), name => name.Equals(act, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : Enum.GetValues<OperatorAct>()[found];
    }

    private static bool TryNumber(string text, out long? number)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read);
        number = isNumber ? read : null;
        return isNumber || text.Length == 0;
    }
}

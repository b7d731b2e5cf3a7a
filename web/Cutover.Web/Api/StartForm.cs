using Cutover.Engine.Requests;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Web.Access;
using Cutover.Web.Access.Pages;
using Cutover.Web.Components.Shell;
using Cutover.Web.Components.Start;
using Cutover.Web.Playbooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cutover.Web.Api;

/// <summary>
/// The start page's forms where there is no circuit: before it is up, after it is gone, and without a script. Each answer is the page
/// with its plan, or with what stands in the way; a start leads to the run.
/// </summary>
internal static class StartForm
{
    public const string PlanPath = "/start/plan";

    public const string StartPath = "/start/run";

    public static void Map(WebApplication app)
    {
        app.MapForm(PlanPath, PlanAsync).RequireAuthorization(Policies.Reads);
        app.MapForm(StartPath, StartAsync).RequireAuthorization(Policies.Acts);
    }

    // The text counts, as it is what a person sees; a file that was picked without a script is not in it yet.
    private static async Task<IResult> PlanAsync(HttpContext context, StartPageModel page, PlaybookFolder folder, RunPlanning planning)
    {
        var (file, text) = (await context.FieldAsync("file"), await context.TextAsync());
        var read = text.Length > 0 || file.Length == 0 ? text : await folder.ReadAsync(file, context.RequestAborted);
        page.Show(
            file,
            read ?? string.Empty,
            read is null ? null : await planning.PlanAsync(read, context.RequestAborted),
            read is null ? $"there is no file {file} that could be read" : null);
        return Page(context, page, read is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task<IResult> StartAsync(
        HttpContext context,
        StartPageModel page,
        OpenRuns runs,
        RunPlanning planning,
        PlaybookRights rights,
        NamedRequests requests,
        TimeProvider time)
    {
        var (text, reason) = (await context.TextAsync(), await context.FieldAsync("reason"));
        var refusal = await rights.RefusalAsync(PersonClaims.GrantsOf(context.User), text, context.RequestAborted)
            ?? (reason.Length > Reasons.Longest ? $"a reason has at most {Reasons.Longest} characters" : null);
        if (refusal is not null)
        {
            page.Show(null, text, await planning.PlanAsync(text, context.RequestAborted), refusal);
            return Page(context, page, StatusCodes.Status403Forbidden);
        }

        var request = await RequestAsync(context, time);
        var plan = await context.FieldAsync("plan");
        var outcome = await OnceAsync(request, requests, () => runs.StartAsync(
            text, Operator.OriginOf(context), Reasons.Clean(reason), plan.Length == 0 ? null : plan, request, CancellationToken.None));
        return outcome switch
        {
            RunStarted { RunId: var run } => new SeeOther(FormattableString.Invariant($"/runs/{run}")),
            RunNotStarted { Plan: PlanMade other } =>
                NotStarted(context, page, text, other, "somebody else started it at the same moment: look at the runs"),
            RunNotStarted { Plan: var why } => NotStarted(context, page, text, why, null),
            PlanChanged => NotStarted(
                context,
                page,
                text,
                await planning.PlanAsync(text, context.RequestAborted),
                "the zone has changed since the plan was made. Nothing was started: read the plan as it is now"),
            _ => NotStarted(context, page, text, null, "the same form is being answered: look at the runs"),
        };
    }

    private static RazorComponentResult<PlainStart> NotStarted(HttpContext context, StartPageModel page, string text, PlanOutcome? plan, string? why)
    {
        page.Show(null, text, plan, why);
        return Page(context, page, StatusCodes.Status409Conflict);
    }

    private static async Task<StartOutcome?> OnceAsync(RequestRecord? asked, NamedRequests requests, Func<Task<StartOutcome>> start)
    {
        if (asked is null)
        {
            return await start();
        }

        using var turn = requests.Enter(asked.Who, asked.Key);
        return turn is null ? null
            : await requests.FindAsync(asked.Who, asked.Key, CancellationToken.None) is { } before
                ? (StartOutcome)await requests.OutcomeAsync(before, CancellationToken.None)
                : await start();
    }

    private static async Task<RequestRecord?> RequestAsync(HttpContext context, TimeProvider time) =>
        RequestKey.Read(await context.FieldAsync("key")) is not { } key ? null : new RequestRecord
        {
            Who = Operator.NameOf(context), Key = $"start form {key}", Fingerprint = string.Empty, At = time.GetUtcNow(),
        };

    // Browsers send line ends as CR LF, and a text is compared to the letter with the file that it came from.
    private static async Task<string> TextAsync(this HttpContext context)
    {
        var text = (await context.Request.ReadFormAsync(context.RequestAborted))["text"].ToString();
        return string.IsNullOrWhiteSpace(text) ? string.Empty : text.ReplaceLineEndings("\n");
    }

    private static RazorComponentResult<PlainStart> Page(HttpContext context, StartPageModel page, int status) =>
        new(new { Model = page, IsDark = ThemeCookies.IsDark(context) }) { StatusCode = status };
}

using System.Text;
using Cutover.Core.Accounts;
using Cutover.Engine.Api;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Access;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Api;

/// <summary>Playbooks to be saved, imported and archived.</summary>
internal static class PlaybookSaving
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/playbooks", SaveAsync).RequireAuthorization(Policies.Acts).WithName("savePlaybook").WithTags("Playbooks")
            .WithSummary("Keeps a text as the newest version of the playbook that it names, on top of the version it was made from. "
                + "Takes an Idempotency-Key.")
            .TakesKey()
            .Produces<PlaybookVersionView>(201).Produces<PlaybookVersionView>().MayFail(400, 404, 409, 422);
        api.MapPost("/playbooks/import", ImportAsync).RequireAuthorization(Policies.Acts).WithName("importPlaybook").WithTags("Playbooks")
            .WithSummary("The same for a YAML file as it is, of 1 MiB at most.")
            .Accepts<string>(PlaybookEndpoints.Yaml, "application/yaml", "application/x-yaml", "text/plain")
            .Produces<PlaybookVersionView>(201).Produces<PlaybookVersionView>().MayFail(400, 404, 409, 422);
        api.MapPost("/playbooks/{name}/archive", ArchiveAsync).RequireAuthorization(Policies.Acts).WithName("archivePlaybook").WithTags("Playbooks")
            .WithSummary("Takes a playbook off the list. Nothing is lost: saving another version lists it again. Takes an Idempotency-Key.")
            .TakesKey()
            .Produces<PlaybookVersionView>().MayFail(400, 404, 409, 422);
    }

    private static Task<IResult> SaveAsync(
        SavePlaybookRequest request, HttpContext context, PlaybookShelf shelf, PlaybookLibrary library, PlaybookRights rights) =>
        KeepAsync(request, PlaybookOrigin.Api, context, shelf, library, rights);

    private static async Task<IResult> ImportAsync(
        HttpContext context, PlaybookShelf shelf, PlaybookLibrary library, PlaybookRights rights, int? @base = null, string? note = null)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(context.RequestAborted);
        return await KeepAsync(new SavePlaybookRequest(text, @base, note), PlaybookOrigin.Import, context, shelf, library, rights);
    }

    // Whoever asked may be gone before it is written: what has begun is done all the same.
    private static async Task<IResult> KeepAsync(
        SavePlaybookRequest request,
        PlaybookOrigin from,
        HttpContext context,
        PlaybookShelf shelf,
        PlaybookLibrary library,
        PlaybookRights rights)
    {
        var text = request.Text ?? string.Empty;
        await shelf.RefreshAsync(context.RequestAborted);
        return Bounds.ReasonProblem(request.Note, "note")
            ?? await NotAllowedAsync(rights, context, text)
            ?? Answer(await library.SaveAsync(
                text, request.Base, Reasons.Clean(request.Note), from, Operator.OriginOf(context), Idempotency.Of(context), CancellationToken.None));
    }

    private static async Task<IResult> ArchiveAsync(string name, ArchivePlaybookRequest request, HttpContext context, PlaybookLibrary library)
    {
        var (grants, playbook) = (PersonClaims.GrantsOf(context.User), PlaybookEndpoints.Name(name));
        if (!(grants.For(playbook) >= Role.Operator))
        {
            return Problem.Answer(new("Not allowed", 403, Forbidden.Words(grants, Role.Operator, playbook)));
        }

        return Bounds.ReasonProblem(request.Note, "note") ?? Answer(await library.ArchiveAsync(
            playbook, request.Base, Reasons.Clean(request.Note), Operator.OriginOf(context), Idempotency.Of(context), CancellationToken.None));
    }

    private static async Task<IResult?> NotAllowedAsync(PlaybookRights rights, HttpContext context, string text) =>
        await rights.SaveRefusalAsync(PersonClaims.GrantsOf(context.User), text, context.RequestAborted) is { } why
            ? Problem.Answer(new("Not allowed", 403, why))
            : null;

    private static IResult Answer(SaveOutcome outcome) => outcome switch
    {
        VersionKept { IsNew: true, Version: { Origin: not PlaybookOrigin.Archive } kept } =>
            TypedResults.Created(FormattableString.Invariant($"{ApiRoutes.PlaybookOf(kept.Playbook)}?version={kept.Number}"), kept),
        VersionKept { Version: var version } => TypedResults.Ok(version),
        TextRefused { Problems: var problems } => Problem.Answer(new(
            "The playbook is not valid",
            422,
            "Nothing was saved. See problems: each says where, what, and what to write instead.",
            Problems: problems)),
        HeadMoved moved => Problem.Answer(new("Somebody else saved since", 409, moved.ToString(), Head: moved.Head.Number, Diff: moved.Diff)),
        _ => Problem.Answer(new(
            "No such playbook", 404, "There is no playbook of this name that it could be made from: leave base out for a new one.")),
    };
}

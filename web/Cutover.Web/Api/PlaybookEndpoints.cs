using System.Collections.Immutable;
using System.Net.Mime;
using System.Text;
using Cutover.Engine.Api;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Access;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Api;

/// <summary>The playbooks and their versions, to be read.</summary>
internal static class PlaybookEndpoints
{
    public const string Yaml = "text/yaml";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/playbooks", ListAsync).RequireAuthorization(Policies.Reads).WithName("listPlaybooks").WithTags("Playbooks")
            .WithSummary("The playbooks by name, each with its newest version. archived: those as well that were taken off the list.")
            .Produces<ImmutableArray<PlaybookLineView>>().MayFail(400);
        api.MapPost("/playbooks/check", (PlanRequest request) => TypedResults.Ok(PlaybookCheckView.Of(request.Playbook ?? string.Empty)))
            .RequireAuthorization(Policies.Reads).WithName("checkPlaybook").WithTags("Playbooks")
            .WithSummary("Everything that is wrong with a text, each with line, column and what to write instead; keeps nothing.")
            .MayFail(400);
        api.MapGet("/playbooks/{name}", FindAsync).RequireAuthorization(Policies.Reads).WithName("getPlaybook").WithTags("Playbooks")
            .WithSummary("A version of a playbook with its text: the newest, or the one that version names.")
            .Produces<PlaybookTextView>().MayFail(400, 404);
        api.MapGet("/playbooks/{name}/file", FileAsync).RequireAuthorization(Policies.Reads).WithName("exportPlaybook").WithTags("Playbooks")
            .WithSummary("The same text as a file, to the letter.")
            .Produces<string>(200, Yaml).MayFail(400, 404);
        api.MapGet("/playbooks/{name}/versions", VersionsAsync).RequireAuthorization(Policies.Reads).WithName("listPlaybookVersions").WithTags("Playbooks")
            .WithSummary("The versions of a playbook, the newest first: who, when, why and from where.")
            .Produces<ImmutableArray<PlaybookVersionView>>().MayFail(404);
        api.MapGet("/playbooks/{name}/diff", DiffAsync).RequireAuthorization(Policies.Reads).WithName("diffPlaybook").WithTags("Playbooks")
            .WithSummary("How one version of a playbook became another, line by line.")
            .Produces<PlaybookDiffView>().MayFail(400, 404);
    }

    /// <summary>The same file for the dashboard's own session, which the API does not take.</summary>
    public static void MapPage(WebApplication app) => app.MapGet("/playbooks/{name}/file", FileAsync)
        .RequireAuthorization(Policies.Reads).ExcludeFromDescription();

    /// <summary>A playbook's name in a route: what routing leaves escaped is a slash.</summary>
    public static string Name(string routed) => routed.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public static IResult NoSuch(string name) =>
        Problem.Answer(new("No such playbook", 404, $"There is no playbook {Name(name)}, or not this version of it."));

    private static async Task<IResult> ListAsync(PlaybookShelf shelf, CancellationToken cancellation, bool archived = false) =>
        TypedResults.Ok(await shelf.ListAsync(archived, cancellation));

    private static async Task<IResult> FindAsync(string name, PlaybookShelf shelf, CancellationToken cancellation, int? version = null) =>
        await shelf.FindAsync(Name(name), version, cancellation) is { } found ? TypedResults.Ok(found) : NoSuch(name);

    private static async Task<IResult> FileAsync(
        string name, HttpContext context, PlaybookShelf shelf, CancellationToken cancellation, int? version = null)
    {
        if (await shelf.FindAsync(Name(name), version, cancellation) is not { } found)
        {
            return NoSuch(name);
        }

        context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = FileName(found.Version) }.ToString();
        context.Response.Headers.ETag = $"\"{found.Version.Sha256}\"";
        return TypedResults.Text(found.Text, Yaml, Encoding.UTF8);
    }

    private static async Task<IResult> VersionsAsync(string name, PlaybookCatalog catalog, CancellationToken cancellation) =>
        await catalog.VersionsAsync(Name(name), cancellation) is { IsEmpty: false } versions ? TypedResults.Ok(versions) : NoSuch(name);

    private static async Task<IResult> DiffAsync(string name, int from, int to, PlaybookCatalog catalog, CancellationToken cancellation) =>
        await catalog.DiffAsync(Name(name), from, to, cancellation) is { } diff ? TypedResults.Ok(diff) : NoSuch(name);

    // Letters that any file system and any header take.
    private static string FileName(PlaybookVersionView version) =>
        FormattableString.Invariant($"{string.Concat(version.Playbook.Select(Letter))}.v{version.Number}.yaml");

    private static char Letter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-';
}

using System.Collections.Immutable;
using Cutover.Core.Playbooks.Versions;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>The routes of playbooks over one playbook in memory.</summary>
internal static class ScriptedPlaybooks
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var kept = new List<PlaybookTextView>();
        app.MapGet(ApiRoutes.Playbooks, context => Write(context, 200, kept.Count == 0 ? [] : ImmutableArray.Create(new PlaybookLineView(
            "wss-primary", kept[^1].Version, false, "HAProxy", "Envoy", ["wss.lab.example"], 7, null))));
        app.MapGet(ApiRoutes.Playbooks + "/{name}", context => Find(context, kept) is { } found ? Write(context, 200, found) : Missing(context));
        app.MapGet(ApiRoutes.Playbooks + "/{name}/versions", context =>
            Find(context, kept) is null ? Missing(context) : Write(context, 200, kept.Select(text => text.Version).Reverse().ToImmutableArray()));
        app.MapPost(ApiRoutes.Playbooks, async context =>
        {
            var asked = (await context.Request.ReadFromJsonAsync<SavePlaybookRequest>(RunJson.Options))!;
            if (kept.Count > 0 && asked.Base != kept.Count)
            {
                await Write(context, 409, new ApiProblem("Somebody else saved since", 409, "Nothing was saved.", Head: kept.Count, Diff: []));
                return;
            }

            kept.Add(new PlaybookTextView(Version(kept.Count + 1, asked.Note, PlaybookOrigin.Api, asked.Text), asked.Text));
            await Write(context, 201, kept[^1].Version);
        });
        app.MapPost(ApiRoutes.Playbooks + "/{name}/archive", context =>
            Write(context, 200, Version(kept.Count + 1, null, PlaybookOrigin.Archive, "")));
    }

    private static PlaybookVersionView Version(int number, string? note, PlaybookOrigin origin, string text) =>
        new("wss-primary", number, PlaybookHash.Of(text), "kim", DateTimeOffset.UnixEpoch, note, origin, null);

    private static PlaybookTextView? Find(HttpContext context, List<PlaybookTextView> kept) =>
        (string?)context.Request.RouteValues["name"] != "wss-primary" ? null
        : int.TryParse(context.Request.Query["version"], out var number) ? kept.ElementAtOrDefault(number - 1) : kept.LastOrDefault();

    private static Task Missing(HttpContext context) => Write(context, 404, new ApiProblem("No such playbook", 404, "There is none."));

    private static Task Write(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, body.GetType(), RunJson.Options);
    }
}

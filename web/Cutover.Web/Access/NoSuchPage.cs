using Cutover.Web.Access.Pages;
using Microsoft.AspNetCore.Diagnostics;

namespace Cutover.Web.Access;

/// <summary>What a browser is shown for an address that leads nowhere; without it there would be a blank error of its own.</summary>
internal static class NoSuchPage
{
    public static Task ShowAsync(StatusCodeContext context) =>
        context.HttpContext is { Response.StatusCode: StatusCodes.Status404NotFound } http && IsBrowser(http.Request)
            ? PlainPage.Show(404, "There is no such page", Html.Of($"""<p>Nothing is at <code>{http.Request.Path}</code>. <a href="/">All runs</a></p>"""))
                .ExecuteAsync(http)
            : Task.CompletedTask;

    private static bool IsBrowser(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}

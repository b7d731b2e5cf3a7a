using Cutover.Core.Accounts;
using Cutover.Web.Api;

namespace Cutover.Web.Access;

/// <summary>What is said to someone who is known and may not do what they asked.</summary>
internal static class Forbidden
{
    public static Task WriteProblemAsync(HttpContext context)
    {
        Note(context);
        return Problem.WriteAsync(context, new("Not allowed", 403, Words(context)));
    }

    public static Task WritePageAsync(HttpContext context)
    {
        Note(context);
        var page = PlainPage.Show(
            403, "Not allowed", $"<p role=alert>{Words(context)}</p><p><a href=\"/\">All runs</a></p>");
        return page.ExecuteAsync(context);
    }

    /// <summary>What somebody may, and what they would need.</summary>
    public static string Words(Grants grants, Role needed, string? playbook) =>
        $"This needs the role {needed}{(playbook is null ? string.Empty : $" for {playbook}")}, and you have "
            + $"{(grants.All.IsEmpty ? "none" : string.Join(", ", grants.All))}. An admin gives roles on the page /accounts.";

    private static string Words(HttpContext context)
    {
        var grants = PersonClaims.GrantsOf(context.User);
        return $"You have {(grants.All.IsEmpty ? "no role" : $"the role {string.Join(", ", grants.All)}")}, which is not enough for this. "
            + "An admin gives roles on the page /accounts.";
    }

    private static void Note(HttpContext context) => Log.NotAllowed(
        context.RequestServices.GetRequiredService<ILogger<RoleHandler>>(),
        context.User.Identity?.Name ?? string.Empty,
        context.Request.Method,
        context.Request.Path);
}

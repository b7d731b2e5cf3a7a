using System.Globalization;
using Cutover.Engine.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Web.Access;

/// <summary>Compares what a person was given with what an endpoint needs, for the playbook that it is about.</summary>
internal sealed class RoleHandler(IDbContextFactory<CutoverContext> contexts) : AuthorizationHandler<RoleRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        var grants = PersonClaims.GrantsOf(context.User);
        var playbook = context.Resource is HttpContext http ? await PlaybookAsync(requirement.Scope, http) : null;
        if ((playbook is null ? grants.Anywhere : grants.For(playbook)) >= requirement.Least)
        {
            context.Succeed(requirement);
        }
    }

    // Null where there is no such run: whoever may act on any is told so.
    private async Task<string?> PlaybookAsync(RoleScope scope, HttpContext http)
    {
        if (scope == RoleScope.Anything
            || !long.TryParse(http.GetRouteValue("id") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(http.RequestAborted);
        return scope == RoleScope.Run
            ? await context.Runs.Where(run => run.Id == id).Select(run => run.Playbook).SingleOrDefaultAsync(http.RequestAborted)
            : await context.Conversions.Where(row => row.Id == id).Select(row => row.Playbook).SingleOrDefaultAsync(http.RequestAborted);
    }
}

using Cutover.Core.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Cutover.Web.Access;

/// <summary>Who may use an endpoint. Every endpoint states one of these, or that strangers may use it.</summary>
internal static class Policies
{
    /// <summary>Whoever has any role.</summary>
    public const string Reads = "reads";

    /// <summary>An operator of some playbook; of which one, the endpoint itself asks, since the request's body says it.</summary>
    public const string Acts = "acts";

    /// <summary>An operator of the playbook of the run that the route names as id.</summary>
    public const string ActsOnRun = "acts on the run";

    /// <summary>An operator of the playbook of the conversion that the route names as id.</summary>
    public const string ActsOnConversion = "acts on the conversion";

    /// <summary>An admin.</summary>
    public const string Administers = "administers";

    /// <summary>Whoever is signed in with an account, whatever it may do.</summary>
    public const string HasAccount = "has an account";

    public static IReadOnlyList<string> All { get; } = [Reads, Acts, ActsOnRun, ActsOnConversion, Administers, HasAccount];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, RoleHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Reads, policy => Require(policy, Role.Viewer, RoleScope.Anything))
            .AddPolicy(Acts, policy => Require(policy, Role.Operator, RoleScope.Anything))
            .AddPolicy(ActsOnRun, policy => Require(policy, Role.Operator, RoleScope.Run))
            .AddPolicy(ActsOnConversion, policy => Require(policy, Role.Operator, RoleScope.Conversion))
            .AddPolicy(Administers, policy => Require(policy, Role.Admin, RoleScope.Anything))
            .AddPolicy(HasAccount, policy => policy.RequireAuthenticatedUser().RequireClaim(PersonClaims.Account));
    }

    private static void Require(AuthorizationPolicyBuilder policy, Role least, RoleScope scope) =>
        policy.RequireAuthenticatedUser().AddRequirements(new RoleRequirement(least, scope));
}

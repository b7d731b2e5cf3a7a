using System.Collections.Immutable;
using System.Security.Claims;
using Cutover.Core.Accounts;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Somebody whom the provider vouches for.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Who it is there, for good.</param>
/// <param name="Name">What they are called there now. It names, and proves nothing.</param>
/// <param name="Grants">What they may here by what the provider says of them.</param>
internal sealed record ProviderPerson(string Issuer, string Subject, string Name, ImmutableArray<Grant> Grants)
{
    private static readonly string[] Names = ["preferred_username", "email", "name", "sub"];

    /// <summary>Reads the claims of a token that was checked; null where it lacks issuer or subject.</summary>
    public static ProviderPerson? Of(ClaimsPrincipal token, OidcSettings settings) =>
        token.FindFirstValue("iss") is { Length: > 0 } issuer && token.FindFirstValue("sub") is { Length: > 0 } subject
            ? new ProviderPerson(
                issuer,
                subject,
                Names.Select(token.FindFirstValue).First(name => !string.IsNullOrWhiteSpace(name))!,
                settings.Roles.For(token.FindAll(settings.RoleClaim).Select(claim => claim.Value)))
            : null;
}

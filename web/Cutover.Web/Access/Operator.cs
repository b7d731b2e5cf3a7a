using System.Security.Claims;
using Cutover.Core.Accounts;
using Cutover.Engine.Api;
using Cutover.Engine.Auditing;

namespace Cutover.Web.Access;

/// <summary>Who acts, as it goes on record.</summary>
public static class Operator
{
    /// <summary>Whoever gives no name in the lab.</summary>
    public const string OfTheLab = "lab operator";

    /// <summary>Whoever has the shared token and gives no name.</summary>
    public const string OfTheToken = "operator";

    private const int LongestName = 64;

    /// <summary>The name to put on record for an act of this person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: such a request must not have come this far.</exception>
    public static string NameOf(ClaimsPrincipal person) =>
        person.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
            ? name
            : throw new InvalidOperationException("Nobody is signed in.");

    /// <inheritdoc cref="NameOf(ClaimsPrincipal)"/>
    public static string NameOf(HttpContext context) => NameOf(context.User);

    /// <summary>Who asks, and from where, for the audit.</summary>
    /// <inheritdoc cref="NameOf(ClaimsPrincipal)"/>
    internal static Origin OriginOf(HttpContext context) => PersonClaims.OriginOf(context.User);

    internal static string InTheLab(string? given) => Clean(given) ?? OfTheLab;

    // A shared token proves only that its holder may act; the name is the holder's own word, and the record says so.
    internal static string WithToken(string? given) => Clean(given) is { } name ? $"{name} (shared token)" : OfTheToken;

    internal static string? GivenIn(HttpRequest request) => request.Headers[ApiRoutes.OperatorHeader].ToString();

    /// <summary>In the lab a name is taken at its word.</summary>
    internal static ClaimsPrincipal PersonInTheLab(string? given, string? from) => PersonClaims.Principal(
        new Origin(InTheLab(given), InTheLab(given), null, from), Grants.Everything, LabAuthentication.Name);

    internal static ClaimsPrincipal WithServiceToken(string? given, string? from) => PersonClaims.Principal(
        new Origin(WithToken(given), null, "service token", from), Grants.Everything, BearerAuthentication.Name);

    private static string? Clean(string? given)
    {
        var name = string.Concat((given ?? string.Empty).Where(letter => !char.IsControl(letter))).Trim();
        return name.Length == 0 ? null : name[..Math.Min(name.Length, LongestName)];
    }
}

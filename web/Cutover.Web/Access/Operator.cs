using System.Security.Claims;
using Cutover.Engine.Api;

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

    internal static string InTheLab(string? given) => Clean(given) ?? OfTheLab;

    // A shared token proves only that its holder may act; the name is the holder's own word, and the record says so.
    internal static string WithToken(string? given) => Clean(given) is { } name ? $"{name} (shared token)" : OfTheToken;

    internal static string? GivenIn(HttpRequest request) => request.Headers[ApiRoutes.OperatorHeader].ToString();

    internal static ClaimsPrincipal Principal(string name, string scheme, params IEnumerable<Claim> more) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), .. more], scheme));

    private static string? Clean(string? given)
    {
        var name = string.Concat((given ?? string.Empty).Where(letter => !char.IsControl(letter))).Trim();
        return name.Length == 0 ? null : name[..Math.Min(name.Length, LongestName)];
    }
}

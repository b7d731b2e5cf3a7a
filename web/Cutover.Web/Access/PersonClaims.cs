using System.Globalization;
using System.Net;
using System.Security.Claims;
using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;

namespace Cutover.Web.Access;

/// <summary>What is known of whoever asks, as it travels with a request or a circuit.</summary>
internal static class PersonClaims
{
    /// <summary>The account's number.</summary>
    public const string Account = "cutover:account";

    /// <summary>The account's security stamp when the session began.</summary>
    public const string Stamp = "cutover:stamp";

    /// <summary>There for an account with a password of its own.</summary>
    public const string Password = "cutover:password";

    /// <summary>The number of the personal token that was sent.</summary>
    public const string TokenId = "cutover:token-id";

    private const string Grant = "cutover:grant";
    private const string Person = "cutover:person";
    private const string Token = "cutover:token";
    private const string From = "cutover:from";

    public static ClaimsPrincipal Principal(Origin origin, Grants grants, string scheme, params IEnumerable<Claim> more) => new(
        new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, origin.Who),
                // Forms are bound to this one alone: a button on a page works on, whatever address its person has by now.
                new Claim(ClaimTypes.NameIdentifier, origin.Person ?? scheme),
                .. Optional(Person, origin.Person),
                .. Optional(Token, origin.Token),
                .. Optional(From, origin.From),
                .. grants.All.Select(grant => new Claim(Grant, grant.ToString())),
                .. more,
            ],
            scheme));

    /// <summary>What they may do.</summary>
    public static Grants GrantsOf(ClaimsPrincipal person) =>
        new([.. person.FindAll(Grant).Select(claim => Core.Accounts.Grant.Parse(claim.Value)).OfType<Grant>()]);

    /// <summary>Who they are, for the record.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: such a request must not have come this far.</exception>
    public static Origin OriginOf(ClaimsPrincipal person) => new(
        Operator.NameOf(person), person.FindFirstValue(Person), person.FindFirstValue(Token), person.FindFirstValue(From));

    /// <summary>The number in a claim; null without one.</summary>
    public static long? NumberOf(ClaimsPrincipal person, string claim) =>
        long.TryParse(person.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? AddressOf(IPAddress? address) =>
        (address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : address)?.ToString();

    private static IEnumerable<Claim> Optional(string type, string? value) => value is null ? [] : [new Claim(type, value)];
}

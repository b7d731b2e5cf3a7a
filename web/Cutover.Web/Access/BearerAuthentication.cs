using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Cutover.Core.Accounts;
using Cutover.Engine.Auditing;
using Cutover.Engine.Storage;
using Cutover.Web.Access.People;
using Cutover.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cutover.Web.Access;

/// <summary>Lets in who sends a personal token, or the service token, as "Authorization: Bearer".</summary>
internal sealed class BearerAuthentication(
    ApiTokens tokens,
    Sessions sessions,
    IServiceProvider services,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Bearer";

    private const string Prefix = Name + " ";

    private string? From => PersonClaims.AddressOf(Context.Connection.RemoteIpAddress);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var offered = header[Prefix.Length..].Trim();
        if (await PersonAsync(offered) is not { } person)
        {
            Log.BearerRefused(Logger, Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail("There is no such token, or it holds no longer.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(person, Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return Problem.WriteAsync(
            Context, new("Not signed in", 401, "Send a token as \"Authorization: Bearer …\". Yours are made on the page /account."));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Forbidden.WriteProblemAsync(Context);

    private async Task<ClaimsPrincipal?> PersonAsync(string offered) =>
        services.GetService<ServiceToken>() is { } service && service.Matches(offered)
            ? Operator.WithServiceToken(Operator.GivenIn(Request), From)
            : offered.StartsWith(ApiTokens.Prefix, StringComparison.Ordinal)
            && await tokens.UseAsync(offered, Context.RequestAborted) is { } token
            && sessions.GrantsOf(token) is { } grants
                ? Person(token, grants)
                : null;

    private ClaimsPrincipal Person(ApiTokenRecord token, Grants grants)
    {
        var name = token.Account.UserName!;
        return PersonClaims.Principal(
            new Origin($"{name} (token {token.Name})", name, token.Name, From),
            grants,
            Name,
            new Claim(PersonClaims.TokenId, token.Id.ToString(CultureInfo.InvariantCulture)));
    }
}

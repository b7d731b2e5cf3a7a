using System.Text.Encodings.Web;
using Cutover.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cutover.Web.Access;

/// <summary>Lets in who sends the operator token as "Authorization: Bearer".</summary>
internal sealed class BearerAuthentication(
    OperatorToken token, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Bearer";

    private const string Prefix = Name + " ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(Judge(Request.Headers.Authorization.ToString()));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return Problem.WriteAsync(Context, new("Not signed in", 401, "Send the operator token as \"Authorization: Bearer …\"."));
    }

    private AuthenticateResult Judge(string header)
    {
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (!token.Matches(header[Prefix.Length..].Trim()))
        {
            Log.BearerRefused(Logger, Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail("The token is not the one configured.");
        }

        var person = Operator.Principal(Operator.WithToken(Operator.GivenIn(Request)), Name);
        return AuthenticateResult.Success(new AuthenticationTicket(person, Name));
    }
}

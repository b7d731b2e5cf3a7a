using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cutover.Web.Access;

/// <summary>In the lab everybody is let in, under the name they give.</summary>
internal sealed class LabAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Lab";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var person = Operator.PersonInTheLab(
            Operator.GivenIn(Request), PersonClaims.AddressOf(Context.Connection.RemoteIpAddress));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(person, Name)));
    }
}

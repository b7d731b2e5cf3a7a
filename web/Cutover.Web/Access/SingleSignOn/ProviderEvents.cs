using Cutover.Web.Access.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>What happens when somebody comes back from the provider.</summary>
internal static class ProviderEvents
{
    // The token goes into the session's cookie; browsers and proxies take headers of some size only.
    private const int LongestHint = 4096;

    public static OpenIdConnectEvents Create() => new()
    {
        OnMessageReceived = CheckErrorAsync,
        OnTokenValidated = CheckSignatureAsync,
        OnTicketReceived = EnterAsync,
        OnRemoteFailure = RefuseAsync,
    };

    // The framework would log what the error's description says, line breaks and all, and anybody can write one.
    private static Task CheckErrorAsync(MessageReceivedContext context)
    {
        if (!string.IsNullOrEmpty(context.ProtocolMessage.Error))
        {
            context.Fail(new ProviderErrorException(context.ProtocolMessage.Error));
        }

        return Task.CompletedTask;
    }

    // A token straight from the provider may go unsigned by the specification, and the framework lets it. Here it may not.
    private static Task CheckSignatureAsync(TokenValidatedContext context)
    {
        if (context.SecurityToken.RawSignature is not { Length: > 0 })
        {
            context.Fail(new SecurityTokenInvalidSignatureException("The token is not signed."));
        }
        else
        {
            KeepHint(context);
        }

        return Task.CompletedTask;
    }

    // Providers end a session without asking only when they are shown the token that began it.
    private static void KeepHint(TokenValidatedContext context)
    {
        var token = context.TokenEndpointResponse?.IdToken is { Length: <= LongestHint } hint ? hint : string.Empty;
        context.Properties!.StoreTokens([new AuthenticationToken { Name = ProviderSignOut.Hint, Value = token }]);
    }

    private static async Task EnterAsync(TicketReceivedContext context)
    {
        var (http, settings) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<OidcSettings>());
        context.HandleResponse();
        if (ProviderPerson.Of(context.Principal!, settings) is not { } person)
        {
            await FailAsync(http, "the token names nobody");
            return;
        }

        var from = PersonClaims.AddressOf(http.Connection.RemoteIpAddress);
        var accounts = http.RequestServices.GetRequiredService<ProviderAccounts>();
        var (account, refusal) = await accounts.EnterAsync(person, from, http.RequestAborted);
        if (account is null)
        {
            Log.SingleSignOnRefused(LoggerOf(http), http.Connection.RemoteIpAddress, $"{refusal}");
            await EntryPages.Refused(settings, person, refusal).ExecuteAsync(http);
            return;
        }

        var session = new AuthenticationProperties();
        session.StoreTokens(context.Properties!.GetTokens());
        await http.SignInAsync(SessionCookie.Scheme, Sessions.Open(account, from), session);
        Log.SignedIn(LoggerOf(http), account.UserName!, http.Connection.RemoteIpAddress);
        await EntryPages.GoOn(context.ReturnUri).ExecuteAsync(http);
    }

    private static Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        return FailAsync(context.HttpContext, FailureReason.Of(context.Failure));
    }

    // Anybody can come here with anything: what comes too often is not put on record each time.
    private static async Task FailAsync(HttpContext http, string why)
    {
        var services = http.RequestServices;
        if (SignIn.Refuse(http, services.GetRequiredService<SignInAttempts>(), LoggerOf(http)) is { } tooMany)
        {
            await tooMany.ExecuteAsync(http);
            return;
        }

        Log.SingleSignOnRefused(LoggerOf(http), http.Connection.RemoteIpAddress, why);
        await services.GetRequiredService<ProviderAccounts>().RefuseAsync(
            why, PersonClaims.AddressOf(http.Connection.RemoteIpAddress), http.RequestAborted);
        await EntryPages.Failed(services.GetRequiredService<OidcSettings>(), why).ExecuteAsync(http);
    }

    private static ILogger LoggerOf(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<OidcSettings>>();
}

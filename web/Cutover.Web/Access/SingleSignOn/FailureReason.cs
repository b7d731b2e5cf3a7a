using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Why a sign-in at the provider failed, in words of this host's own: an answer that anybody can forge is not written down.</summary>
internal static class FailureReason
{
    public static string Of(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (Known(cause) is { } words)
            {
                return words;
            }
        }

        return "the provider's answer does not belong to a sign-in that was begun here";
    }

    private static string? Known(Exception cause) => cause switch
    {
        ProviderErrorException => cause.Message,
        OpenIdConnectProtocolInvalidNonceException => "the token's nonce is another",
        OpenIdConnectProtocolException => "the provider refused the code, or the token lacks something",
        SecurityTokenExpiredException => "the token is expired",
        SecurityTokenNotYetValidException => "the token is not valid yet: compare the clocks",
        SecurityTokenInvalidAudienceException => "the token is for another client",
        SecurityTokenInvalidIssuerException => "the token is of another issuer",
        SecurityTokenInvalidSignatureException => "the token is signed by no key of the provider",
        SecurityTokenException => "the token does not hold",
        HttpRequestException or TaskCanceledException => "the provider does not answer",
        _ => null,
    };
}

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>The provider sent somebody back with an error in place of a code.</summary>
internal sealed class ProviderErrorException(string? code) : Exception(Words(code))
{
    // By OpenID Connect Core 3.1.2.6 and RFC 6749 4.1.2.1. Anybody can write a link with another one, or with a description.
    private static readonly string[] Known =
    [
        "access_denied", "account_selection_required", "consent_required", "interaction_required", "invalid_request", "invalid_request_object",
        "invalid_scope", "login_required", "server_error", "temporarily_unavailable", "unauthorized_client", "unsupported_response_type",
    ];

    private static string Words(string? code) =>
        $"the provider answered with {(Known.Contains(code) ? $"the error {code}" : "an error of its own")}";
}

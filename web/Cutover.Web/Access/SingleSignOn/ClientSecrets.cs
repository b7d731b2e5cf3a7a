namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Reads the client secret from where the settings have it.</summary>
internal static class ClientSecrets
{
    /// <summary>The secret, or what is wrong; the words never quote it.</summary>
    public static (string Secret, string? Problem) Read(OidcOptions options) => (options.ClientSecret, options.ClientSecretFile) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) =>
            (string.Empty, "Both Cutover:Oidc:ClientSecret and Cutover:Oidc:ClientSecretFile are given: leave one out."),
        ({ Length: > 0 } secret, _) => (secret, null),
        (_, { Length: > 0 } file) => Of(file),
        _ => (string.Empty, "Cutover:Oidc:ClientSecret is missing, or Cutover:Oidc:ClientSecretFile, a file that holds it."),
    };

    private static (string Secret, string? Problem) Of(string file)
    {
        try
        {
            var secret = File.ReadAllText(file).Trim();
            return (secret, secret.Length > 0 ? null : $"Cutover:Oidc:ClientSecretFile={file} is empty.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (string.Empty, $"Cutover:Oidc:ClientSecretFile cannot be read: {failure.Message}");
        }
    }
}

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>How single sign-on is set up, checked.</summary>
internal sealed class OidcSettings
{
    private OidcSettings(OidcOptions options, RoleMap roles, string secret)
    {
        (Authority, ClientId, Name, RoleClaim) = (new Uri(options.Authority!), options.ClientId!, options.Name, options.RoleClaim);
        (Scopes, AllowLocal, Roles, Secret) = ([.. Words(options.Scopes)], options.AllowLocal, roles, secret);
    }

    public Uri Authority { get; }

    public string ClientId { get; }

    /// <summary>Goes to the provider's token endpoint, and nowhere else.</summary>
    public string Secret { get; }

    public string Name { get; }

    public IReadOnlyList<string> Scopes { get; }

    public string RoleClaim { get; }

    public RoleMap Roles { get; }

    public bool AllowLocal { get; }

    /// <summary>The settings; null where there is no single sign-on.</summary>
    /// <exception cref="FormatException">They are half given, or cannot be read.</exception>
    public static OidcSettings? From(IConfiguration configuration)
    {
        var (settings, problem) = Read(configuration);
        return problem is null ? settings : throw new FormatException(problem);
    }

    /// <summary>The settings; or what is wrong with them, and neither where there are none. A problem never quotes the secret.</summary>
    public static (OidcSettings? Settings, string? Problem) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Cutover:Oidc");
        if (!section.Exists())
        {
            return (null, null);
        }

        try
        {
            var options = section.Get<OidcOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new OidcOptions();
            return Check(options, RoleMap.Read(options.Roles));
        }
        catch (InvalidOperationException failure)
        {
            return (null, $"{section.Path}: {failure.Message}");
        }
    }

    private static (OidcSettings? Settings, string? Problem) Check(OidcOptions options, (RoleMap Map, string? Problem) roles)
    {
        var (secret, wrongSecret) = ClientSecrets.Read(options);
        var problem = WrongAddress(options.Authority)
            ?? (string.IsNullOrWhiteSpace(options.ClientId) ? "Cutover:Oidc:ClientId is missing: what the provider calls this host." : null)
            ?? wrongSecret
            ?? (string.IsNullOrWhiteSpace(options.Name) ? "Cutover:Oidc:Name is empty." : null)
            ?? (string.IsNullOrWhiteSpace(options.RoleClaim) ? "Cutover:Oidc:RoleClaim is empty." : null)
            ?? (Words(options.Scopes).Contains("openid") ? null : "Cutover:Oidc:Scopes lacks openid, without which the provider names nobody.")
            ?? roles.Problem
            ?? (options.AllowLocal || roles.Map.HasAdmin ? null
                : "With Cutover:Oidc:AllowLocal=false nobody could manage accounts: map a value to admin in Cutover:Oidc:Roles.");
        return problem is null ? (new OidcSettings(options, roles.Map, secret), null) : (null, problem);
    }

    // Over http the code and the token could be read on the way; on loopback there is no way.
    private static string? WrongAddress(string? authority) =>
        string.IsNullOrWhiteSpace(authority) ? "Cutover:Oidc:Authority is missing: the https address of the provider."
        : !Uri.TryCreate(authority, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && ListenAddresses.IsLoopbackHost(address.Host)))
            || address.UserInfo.Length > 0
            ? "Cutover:Oidc:Authority is no https address (http only on loopback), or has a user name in it."
            : null;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

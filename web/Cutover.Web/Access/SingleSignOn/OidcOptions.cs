namespace Cutover.Web.Access.SingleSignOn;

/// <summary>The section "Cutover:Oidc" as it is written. No record: one would print its secret.</summary>
internal sealed class OidcOptions
{
    /// <summary>The issuer's address, from which its discovery document is read: https, or http on loopback.</summary>
    public string? Authority { get; init; }

    public string? ClientId { get; init; }

    /// <summary>Either this or <see cref="ClientSecretFile"/>.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A file with nothing but the secret in it.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>What people call the provider; the button says "Sign in with" it.</summary>
    public string Name { get; init; } = "single sign-on";

    /// <summary>Separated by spaces.</summary>
    public string Scopes { get; init; } = "openid profile email";

    /// <summary>The claim, of one value or several, that <see cref="Roles"/> is about.</summary>
    public string RoleClaim { get; init; } = "groups";

    /// <summary>What a value of the claim gives: "viewer", "operator", "admin", or "operator:PLAYBOOK"; several separated by commas.</summary>
    public IConfigurationSection? Roles { get; init; }

    /// <summary>Whether people also sign in with a password of their account here.</summary>
    public bool AllowLocal { get; init; } = true;
}

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Whether people sign in with passwords of this host's own.</summary>
internal static class LocalSignIn
{
    /// <summary>True unless single sign-on is the only way in.</summary>
    public static bool IsAllowed(IServiceProvider services) => services.GetService<OidcSettings>() is not { AllowLocal: false };
}

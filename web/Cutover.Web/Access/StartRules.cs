using Cutover.Web.Access.SingleSignOn;
using Cutover.Web.Hosting;

namespace Cutover.Web.Access;

/// <summary>When the host must not start: it would be open to strangers.</summary>
public static class StartRules
{
    private const string SetToken =
        "set Cutover__Token in the environment to a secret of at least 32 characters (for example from: openssl rand -base64 32)";

    /// <summary>Whether people sign in: always, but in a lab that says nothing of it.</summary>
    public static bool SignsIn(CutoverOptions host, IConfiguration configuration) =>
        host.SignIn ?? (!host.Lab || configuration["Cutover:Token"] is { Length: > 0 });

    /// <summary>Why the host must not start, and what to do about it; null when it may.</summary>
    public static string? Refusal(CutoverOptions host, IConfiguration configuration)
    {
        if (configuration["Cutover:Token"] is { Length: > 0 and < ServiceToken.ShortestLength })
        {
            return $"The service token is too short: {SetToken}, or leave it out.";
        }

        var (provider, problem) = OidcSettings.Read(configuration);
        return problem is not null ? problem
            : SignsIn(host, configuration) ? null
            : provider is not null ? "Single sign-on needs people who sign in: add --Cutover:SignIn=true, or leave Cutover:Oidc out."
            : host.Lab ? LabRefusal(configuration)
            : "Without a sign-in there is only the lab: leave Cutover:SignIn out, or start the lab with --Lab=true.";
    }

    private static string? LabRefusal(IConfiguration configuration) =>
        ListenAddresses.Of(configuration).FirstOrDefault(url => !ListenAddresses.IsLoopback(url)) is { } open
            ? $"In the lab nobody signs in, so it must listen on loopback only, and {open} is open to the network: "
                + $"listen on {ListenAddresses.Default}, or have people sign in with --Cutover:SignIn=true."
            : null;
}

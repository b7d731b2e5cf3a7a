using Cutover.Web.Hosting;

namespace Cutover.Web.Access;

/// <summary>When the host must not start: it would be open to strangers.</summary>
public static class StartRules
{
    private const string SetToken =
        "set Cutover__Token in the environment to a secret of at least 32 characters (for example from: openssl rand -base64 32)";

    /// <summary>Why the host must not start, and what to do about it; null when it may.</summary>
    public static string? Refusal(CutoverOptions host, IConfiguration configuration)
    {
        if (configuration["Cutover:Token"] is { Length: > 0 } token)
        {
            return token.Length < OperatorToken.ShortestLength ? $"The operator token is too short: {SetToken}." : null;
        }

        return host.Lab ? LabRefusal(configuration) : $"Nobody could sign in: {SetToken}; or start the lab with --Lab=true.";
    }

    private static string? LabRefusal(IConfiguration configuration) =>
        ListenAddresses.Of(configuration).FirstOrDefault(url => !ListenAddresses.IsLoopback(url)) is { } open
            ? $"In the lab nobody signs in, so it must listen on loopback only, and {open} is open to the network: "
                + $"listen on {ListenAddresses.Default}, or {SetToken}."
            : null;
}

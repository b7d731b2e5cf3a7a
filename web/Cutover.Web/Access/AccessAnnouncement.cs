using Cutover.Engine.Auditing;
using Cutover.Web.Access.People;
using Cutover.Web.Access.SingleSignOn;

namespace Cutover.Web.Access;

/// <summary>What the host says of access once it listens.</summary>
internal static class AccessAnnouncement
{
    /// <summary>
    /// Logs the head of the audit, so that it is also where the log goes; and prints the link to make the first admin with, where there
    /// is none. The link goes to the console and to no log.
    /// </summary>
    public static async Task AnnounceAccessAsync(this WebApplication app)
    {
        var audit = await app.Services.GetRequiredService<AuditLog>().HeadAsync(CancellationToken.None);
        Log.AuditHead(app.Services.GetRequiredService<ILogger<AuditLog>>(), audit.Rows, audit.Head);
        if (await SetUpLinkAsync(app) is { } link)
        {
            await Console.Out.WriteLineAsync(
                $"There is no admin yet. Make the first one within {Invitations.Lifetime.TotalHours} hours at {link}");
        }
    }

    /// <summary>A link to make the first admin with; null where there is one, or nobody signs in with a password.</summary>
    public static async Task<string?> SetUpLinkAsync(WebApplication app) =>
        app.Services.GetService<SignInAttempts>() is not null && LocalSignIn.IsAllowed(app.Services)
        && await app.Services.GetRequiredService<Invitations>().ForFirstAdminAsync(CancellationToken.None) is { } code
            ? Invitations.Link(Reachable(app.Urls.First()), code)
            : null;

    // Who listens on every address is reached on this machine by its own name.
    private static Uri Reachable(string url)
    {
        var address = BindingAddress.Parse(url);
        return address.IsUnixPipe ? new Uri("http://localhost")
            : new UriBuilder(address.Scheme, address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host, address.Port).Uri;
    }
}

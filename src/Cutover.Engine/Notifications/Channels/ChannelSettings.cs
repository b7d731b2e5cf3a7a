using Cutover.Engine.Notifications.Delivery;
using MimeKit;

namespace Cutover.Engine.Notifications.Channels;

/// <summary>One channel's settings while they are read. What is wrong is said with the setting's name and without its value.</summary>
/// <param name="section">Where they stand.</param>
/// <param name="name">The channel's name.</param>
/// <param name="options">As they were bound.</param>
internal sealed class ChannelSettings(string section, string name, ChannelOptions options)
{
    public string Name => name;

    public ChannelOptions Options => options;

    public FormatException Wrong(string setting, string words) => new($"{section}:{setting} {words}.");

    /// <exception cref="FormatException">It is missing, or is no http or https URL.</exception>
    public Uri Url() => Uri.TryCreate(Required("Url", options.Url, options.UrlFile), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.UserInfo.Length == 0
            ? url
            : throw Wrong("Url", "is an absolute http or https URL without a login");

    /// <exception cref="FormatException">It is missing, or too short.</exception>
    public WebhookSignature Signature() => WebhookSignature.Key(Required("Secret", options.Secret, options.SecretFile)) is { } key
        ? new WebhookSignature(key)
        : throw Wrong("Secret", $"is whsec_ and base64, or text, of {WebhookSignature.ShortestKey} bytes or more");

    /// <exception cref="FormatException">Something is missing, or no address.</exception>
    public MailServer MailServer()
    {
        if (Either("Url", options.Url, options.UrlFile) is not null || Either("Secret", options.Secret, options.SecretFile) is not null)
        {
            throw Wrong("Url", "and Secret are for slack and webhook");
        }

        var (security, password) = (options.Security ?? MailSecurity.StartTls, Either("Password", options.Password, options.PasswordFile));
        if (options.User is null != password is null)
        {
            throw Wrong("User", "and Password go together");
        }

        return new MailServer(
            options.Host is { Length: > 0 } host ? host : throw Wrong("Host", "is the name of an SMTP server"),
            options.Port ?? (security == MailSecurity.Tls ? 465 : 587),
            security,
            Mailbox("From", options.From ?? string.Empty),
            options.To.Count > 0 ? [.. options.To.Select(to => Mailbox("To", to))] : throw Wrong("To", "has one address or more"))
        {
            User = options.User, Password = password,
        };
    }

    public void RefuseMail()
    {
        if (options is not { Host: null, Port: null, Security: null, User: null, Password: null, PasswordFile: null, From: null, To.Count: 0 })
        {
            throw Wrong("Host", "and what belongs to it are for email");
        }
    }

    private MailboxAddress Mailbox(string setting, string text) =>
        MailboxAddress.TryParse(text, out var address) && address.Address.Contains('@', StringComparison.Ordinal)
            ? address
            : throw Wrong(setting, "has what is no e-mail address");

    private string Required(string setting, string? value, string? file) =>
        Either(setting, value, file) is { Length: > 0 } text ? text : throw Wrong(setting, $"is needed, or {setting}File");

    private string? Either(string setting, string? value, string? file)
    {
        if (file is null)
        {
            return value;
        }

        try
        {
            return value is null ? File.ReadAllText(file).Trim() : throw Wrong(setting, $"and {setting}File exclude each other");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"{setting}File", $"cannot be read: {file} ({failure.GetType().Name})");
        }
    }
}

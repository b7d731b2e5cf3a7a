using System.Net;

namespace Cutover.Web;

/// <summary>Log messages of the API and of access: event ids 5000-5999, none ever used again for something else. No message holds a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "{Method} {Path} failed by an error in Cutover itself")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception failure);

    [LoggerMessage(5001, LogLevel.Warning, "Playbook {File} cannot be read and is left out")]
    public static partial void PlaybookUnreadable(ILogger logger, string file, Exception failure);

    [LoggerMessage(5002, LogLevel.Information, "{Who} turned the dials of {Edge} to {Dials}")]
    public static partial void DialsTurned(ILogger logger, string who, string edge, string dials);

    [LoggerMessage(5100, LogLevel.Warning, "Refused a request for the host {Host}: the lab answers on loopback only")]
    public static partial void ForeignHost(ILogger logger, string host);

    [LoggerMessage(5101, LogLevel.Warning, "Refused {Method} {Path}: it was sent by a page of {Origin}")]
    public static partial void ForeignOrigin(ILogger logger, string method, string path, string origin);

    [LoggerMessage(5102, LogLevel.Information, "{Who} signed in from {Address}")]
    public static partial void SignedIn(ILogger logger, string who, IPAddress? address);

    [LoggerMessage(5103, LogLevel.Warning, "A sign-in from {Address} gave a wrong token")]
    public static partial void SignInRefused(ILogger logger, IPAddress? address);

    [LoggerMessage(5104, LogLevel.Warning, "Sign-ins from {Address} come too often and are not looked at")]
    public static partial void SignInThrottled(ILogger logger, IPAddress? address);

    [LoggerMessage(5105, LogLevel.Warning, "A request from {Address} gave a wrong bearer token")]
    public static partial void BearerRefused(ILogger logger, IPAddress? address);
}

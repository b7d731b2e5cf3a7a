using System.Net;

namespace Cutover.Web;

/// <summary>Every log message of the host: access 5000-5999, dashboard 6000-6999; no id is ever used again for something else.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "{Method} {Path} failed by an error in Cutover itself")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception failure);

    [LoggerMessage(5001, LogLevel.Warning, "Playbook {File} cannot be read and is left out")]
    public static partial void PlaybookUnreadable(ILogger logger, string file, Exception failure);

    [LoggerMessage(5002, LogLevel.Information, "{Who} turned the dials of {Edge} to {Dials}")]
    public static partial void DialsTurned(ILogger logger, string who, string edge, string dials);

    [LoggerMessage(5003, LogLevel.Information, "{Who} started the lab over")]
    public static partial void LabStartedOver(ILogger logger, string who);

    [LoggerMessage(5100, LogLevel.Warning, "Refused a request for the host {Host}: the lab answers on loopback only")]
    public static partial void ForeignHost(ILogger logger, string host);

    [LoggerMessage(5101, LogLevel.Warning, "Refused {Method} {Path}: it was sent by a page of {Origin}")]
    public static partial void ForeignOrigin(ILogger logger, string method, string path, string origin);

    [LoggerMessage(5102, LogLevel.Information, "{Who} signed in from {Address}")]
    public static partial void SignedIn(ILogger logger, string who, IPAddress? address);

    [LoggerMessage(5103, LogLevel.Warning, "A sign-in from {Address} was refused")]
    public static partial void SignInRefused(ILogger logger, IPAddress? address);

    [LoggerMessage(5104, LogLevel.Warning, "Sign-ins from {Address} come too often and are not looked at")]
    public static partial void SignInThrottled(ILogger logger, IPAddress? address);

    [LoggerMessage(5105, LogLevel.Warning, "A request from {Address} gave a wrong bearer token")]
    public static partial void BearerRefused(ILogger logger, IPAddress? address);

    [LoggerMessage(5106, LogLevel.Warning, "{Who} may not {Method} {Path}")]
    public static partial void NotAllowed(ILogger logger, string who, string method, string path);

    [LoggerMessage(5107, LogLevel.Information, "The audit has {Rows} rows; the latest has the hash {Head}")]
    public static partial void AuditHead(ILogger logger, long rows, string head);

    [LoggerMessage(5108, LogLevel.Warning, "A single sign-on from {Address} was refused: {Why}")]
    public static partial void SingleSignOnRefused(ILogger logger, IPAddress? address, string why);

    [LoggerMessage(5109, LogLevel.Error, "Nobody can be sent to the provider of single sign-on: {Authority} does not answer as one")]
    public static partial void ProviderUnreachable(ILogger logger, Uri authority, Exception failure);

    [LoggerMessage(6000, LogLevel.Error, "Run {Run}: reading it for the dashboard failed")]
    public static partial void RunNotRead(ILogger logger, long run, Exception failure);

    [LoggerMessage(6030, LogLevel.Error, "Run {Run}: reading decision {Sequence} for the dashboard failed")]
    public static partial void DecisionNotRead(ILogger logger, long run, long sequence, Exception failure);

    [LoggerMessage(6001, LogLevel.Error, "Run {Run}: {Act}, asked for in the dashboard, failed")]
    public static partial void ActFailed(ILogger logger, long run, string act, Exception failure);

    [LoggerMessage(6002, LogLevel.Error, "Reading the runs for the dashboard failed")]
    public static partial void RunsNotRead(ILogger logger, Exception failure);

    [LoggerMessage(6003, LogLevel.Error, "Planning or starting from the dashboard failed")]
    public static partial void StartFailed(ILogger logger, Exception failure);

    [LoggerMessage(6005, LogLevel.Error, "Reading playbooks for the dashboard failed")]
    public static partial void PlaybooksNotRead(ILogger logger, Exception failure);

    [LoggerMessage(6006, LogLevel.Error, "Playbook {Playbook}: keeping a version of it, asked for in the dashboard, failed")]
    public static partial void PlaybookNotKept(ILogger logger, string playbook, Exception failure);

    [LoggerMessage(6007, LogLevel.Error, "Run {Run}: keeping a comment, written in the dashboard, failed")]
    public static partial void CommentNotKept(ILogger logger, long run, Exception failure);

    [LoggerMessage(6004, LogLevel.Information, "The lab's dials were turned on its page: {What}")]
    public static partial void DialsTurned(ILogger logger, string what);

    [LoggerMessage(6008, LogLevel.Error, "Reading the notifications, or an act on one, failed for the dashboard")]
    public static partial void NotificationsNotRead(ILogger logger, Exception failure);
}

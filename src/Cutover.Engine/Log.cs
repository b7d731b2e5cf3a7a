using Cutover.Core.Conversions;
using Cutover.Core.Notifications;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Conversions;
using Cutover.Engine.Probes;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine;

/// <summary>
/// Every log message of this project. Runs have the event ids 1000-1999, AWS 2000-2099, probes 3000-3099, the statistics of stacks
/// 3500-3599, DNS observation 7000-7099, conversions of records 8000-8099, requests with a key 8100-8199, notifications
/// 9000-9099; none is ever used again for something else.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Run {Run} decision {Sequence} ({Phase}): {Reason}")]
    public static partial void Decided(ILogger logger, long run, long sequence, RunPhase phase, string reason);

    [LoggerMessage(1001, LogLevel.Critical, "Run {Run}: the database did not take a decision; it is tried again")]
    public static partial void StorageFailed(ILogger logger, long run, Exception failure);

    [LoggerMessage(
        1002, LogLevel.Critical, "Run {Run} fell out of its loop by an error in Cutover itself; it is taken up again from the database")]
    public static partial void LoopFailed(ILogger logger, long run, Exception failure);

    [LoggerMessage(1003, LogLevel.Information, "Run {Run} taken up again in phase {Phase} with {Pending} commands under way")]
    public static partial void Recovered(ILogger logger, long run, RunPhase phase, int pending);

    [LoggerMessage(1004, LogLevel.Error, "Run {Run}: command {Command} failed by an error in Cutover itself")]
    public static partial void CommandFailed(ILogger logger, long run, string command, Exception failure);

    [LoggerMessage(1005, LogLevel.Information, "Run {Run}: {Words}")]
    public static partial void AnnouncedInfo(ILogger logger, long run, string words);

    [LoggerMessage(1006, LogLevel.Warning, "Run {Run}: {Words}")]
    public static partial void AnnouncedWarning(ILogger logger, long run, string words);

    [LoggerMessage(1007, LogLevel.Critical, "Run {Run}: {Words}")]
    public static partial void AnnouncedCritical(ILogger logger, long run, string words);

    [LoggerMessage(1008, LogLevel.Error, "Gate {Gate}: measuring failed by an error in Cutover itself; it goes on")]
    public static partial void JudgingFailed(ILogger logger, string gate, Exception failure);

    [LoggerMessage(1010, LogLevel.Error, "Run {Run}: answers could not be compared by an error in Cutover itself; it goes on")]
    public static partial void ComparingFailed(ILogger logger, long run, Exception failure);

    [LoggerMessage(1009, LogLevel.Error, "Run {Run}: an announcement could not be ticked off; it is made again at the next start")]
    public static partial void AnnouncementLeftOpen(ILogger logger, long run, Exception failure);

    [LoggerMessage(2000, LogLevel.Debug, "AWS {Operation}, try {Attempt}: {Status} in {Milliseconds:F0} ms, request {RequestId}")]
    public static partial void AwsCallAnswered(
        ILogger logger, string operation, int attempt, int status, double milliseconds, string? requestId);

    [LoggerMessage(
        2001,
        LogLevel.Warning,
        "AWS {Operation}, try {Attempt}: {Status} in {Milliseconds:F0} ms, request {RequestId}: {Kind}, {Code}: {Message}")]
    public static partial void AwsCallFailed(
        ILogger logger,
        string operation,
        int attempt,
        int? status,
        double milliseconds,
        string? requestId,
        AwsFailureKind kind,
        string code,
        string message);

    [LoggerMessage(2002, LogLevel.Information, "AWS {Service}: retry {Retry} follows in {Milliseconds:F0} ms")]
    public static partial void AwsRetryScheduled(ILogger logger, string service, int retry, double milliseconds);

    [LoggerMessage(2003, LogLevel.Warning, "AWS {Service} refused access key {AccessKeyId} from {Origin}; others were found and are tried")]
    public static partial void AwsCredentialsRenewed(ILogger logger, string service, string accessKeyId, string origin);

    [LoggerMessage(
        2004,
        LogLevel.Warning,
        "This machine's clock is {Difference}, says {Service}; requests are signed by its time. Set the clock: gates read metrics by it")]
    public static partial void AwsClockCorrected(ILogger logger, string service, string difference);

    [LoggerMessage(3000, LogLevel.Information, "Probing {Stack} at {Endpoint} as {HostName}")]
    public static partial void ProbeStarted(ILogger logger, string stack, Uri endpoint, string hostName);

    [LoggerMessage(3001, LogLevel.Information, "No longer probing {Stack}. {Survival}")]
    public static partial void ProbeStopped(ILogger logger, string stack, string survival);

    [LoggerMessage(3002, LogLevel.Debug, "Handshake with {Stack} {Outcome}")]
    public static partial void HandshakeFailed(ILogger logger, string stack, string outcome);

    [LoggerMessage(3003, LogLevel.Debug, "Held connection to {Stack} dropped: {End}")]
    public static partial void HeldDropped(ILogger logger, string stack, HeldEnd end);

    [LoggerMessage(3004, LogLevel.Debug, "Connection to be held to {Stack} {Outcome}")]
    public static partial void HoldFailed(ILogger logger, string stack, string outcome);

    [LoggerMessage(3005, LogLevel.Warning, "A dial to {Stack} was left out: {Limit} are under way already")]
    public static partial void DialLeftOut(ILogger logger, string stack, int limit);

    [LoggerMessage(3006, LogLevel.Critical, "The probe of {Stack} broke by a fault of its own")]
    public static partial void ProbeBroke(ILogger logger, string stack, Exception bug);

    [LoggerMessage(3500, LogLevel.Warning, "Statistics: {Instance} is out of sight: {Why}")]
    public static partial void InstanceOutOfSight(ILogger logger, Uri instance, string why);

    [LoggerMessage(3501, LogLevel.Information, "Statistics: {Instance} is in sight again")]
    public static partial void InstanceInSight(ILogger logger, Uri instance);

    [LoggerMessage(3502, LogLevel.Information, "Statistics: {Instance} has another process, {Process}; its counters begin anew")]
    public static partial void InstanceRestarted(ILogger logger, Uri instance, string? process);

    [LoggerMessage(3503, LogLevel.Warning, "Statistics: {Instance} lost {Lost} of {Open} open connections to {Backend} at once")]
    public static partial void BackendLost(ILogger logger, Uri instance, long lost, long open, string backend);

    [LoggerMessage(3504, LogLevel.Error, "Statistics: a look at {Instance} broke by a fault of Cutover's own; it goes on")]
    public static partial void LookBroke(ILogger logger, Uri instance, Exception failure);

    [LoggerMessage(
        3505, LogLevel.Error, "Run {Run}: its connections could not be counted by an error in Cutover itself; it goes on")]
    public static partial void CountingFailed(ILogger logger, long run, Exception failure);

    [LoggerMessage(7000, LogLevel.Information, "{Words}")]
    public static partial void AnswersMatch(ILogger logger, string words);

    [LoggerMessage(7001, LogLevel.Warning, "{Words}")]
    public static partial void AnswersDoNotMatch(ILogger logger, string words);

    [LoggerMessage(7002, LogLevel.Warning, "Name server {Server} does not answer for {Record}: {Failure}; it is not asked again")]
    public static partial void NameServerSilent(ILogger logger, string server, string record, string failure);

    [LoggerMessage(
        7003, LogLevel.Warning, "Run {Run}: a round of its resolvers failed by an error in Cutover itself; the next one is asked")]
    public static partial void PanelFailed(ILogger logger, long run, Exception failure);

    [LoggerMessage(8000, LogLevel.Information, "Conversion {Conversion} ({Kind}) is {State}: {Playbook}, by {Who}")]
    public static partial void ConversionWritten(
        ILogger logger, long conversion, ConversionKind kind, ConversionState state, string playbook, string who);

    [LoggerMessage(8001, LogLevel.Error, "Conversion {Conversion} ({Kind}) failed and is {State}: {Words}")]
    public static partial void ConversionFailed(
        ILogger logger, long conversion, ConversionKind kind, ConversionState state, string words);

    [LoggerMessage(8100, LogLevel.Warning, "Requests older than a day could not be swept; it is tried again in an hour")]
    public static partial void RequestsNotSwept(ILogger logger, Exception failure);

    [LoggerMessage(9000, LogLevel.Error, "Run {Run}: what decision {Sequence} has to tell was lost by an error in Cutover itself")]
    public static partial void NoticeFailed(ILogger logger, long run, long sequence, Exception failure);

    [LoggerMessage(9001, LogLevel.Warning, "Message {Message} ({What}) to {Channel}, try {Attempt}: {Why}; it is tried again")]
    public static partial void NotDelivered(ILogger logger, string message, NotificationEvent what, string channel, int attempt, string why);

    [LoggerMessage(9002, LogLevel.Error, "Message {Message} ({What}) to {Channel} is a dead letter after try {Attempt}: {Why}")]
    public static partial void LetterDied(ILogger logger, string message, NotificationEvent what, string channel, int attempt, string why);

    [LoggerMessage(9003, LogLevel.Error, "Sending to {Channel} failed by an error in Cutover itself, {Kind}; it is tried again. {Trace}")]
    public static partial void SendingBroke(ILogger logger, string channel, string kind, string? trace);

    [LoggerMessage(9004, LogLevel.Error, "The outbox could not be read or written; it is tried again")]
    public static partial void OutboxTroubled(ILogger logger, Exception failure);

    [LoggerMessage(
        9005,
        LogLevel.Warning,
        "Messages carry no links, neither to runs nor to approve with: set Cutover:PublicAddress to where people reach this host")]
    public static partial void NoPublicAddress(ILogger logger);
}

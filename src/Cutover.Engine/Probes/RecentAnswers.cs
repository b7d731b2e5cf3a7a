using System.Security.Authentication;
using Cutover.Core.Gates;

namespace Cutover.Engine.Probes;

/// <summary>How a stack answered the latest dials. Safe for concurrent use.</summary>
public sealed class RecentAnswers
{
    /// <summary>So many answers are kept: what one stack still does differently in two of them is not its usual answer.</summary>
    public const int Kept = 20;

    private readonly Queue<DialAnswer> _answers = new(Kept);

    /// <summary>Takes a dial's answer; one that was not answered in HTTP says nothing here.</summary>
    public void Add(DialOutcome outcome)
    {
        if (AnswerOf(outcome) is not { } answer)
        {
            return;
        }

        lock (_answers)
        {
            if (_answers.Count == Kept)
            {
                _answers.Dequeue();
            }

            _answers.Enqueue(answer);
        }
    }

    public DialAnswers Read()
    {
        lock (_answers)
        {
            return DialAnswers.Of(_answers);
        }
    }

    private static DialAnswer? AnswerOf(DialOutcome outcome) => outcome switch
    {
        DialOutcome.Connected connected => Of(connected.Response, outcome.Tls, null),
        DialOutcome.Refused refused => Of(refused.Response, outcome.Tls, null),
        DialOutcome.Failed { Response: { } response } failed =>
            Of(response, outcome.Tls, failed.Phase == DialPhase.Reply ? $"a connection that {failed.Reason}" : null),
        DialOutcome.TimedOut { Response: { } response } => Of(response, outcome.Tls, "no reply in time"),
        _ => null,
    };

    private static DialAnswer Of(UpgradeResponse response, TlsResult? tls, string? reply) => new(
        response.StatusCode,
        Joined(response, "Sec-WebSocket-Protocol"),
        Joined(response, "Sec-WebSocket-Extensions"),
        tls is null or { Protocol: SslProtocols.None } ? null : tls.Protocol.ToString(),
        tls?.Alpn,
        reply);

    private static string? Joined(UpgradeResponse response, string header) =>
        string.Join(", ", response.ValuesOf(header)) is { Length: > 0 } values ? values : null;
}

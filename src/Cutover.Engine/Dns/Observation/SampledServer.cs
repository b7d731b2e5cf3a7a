using System.Collections.Immutable;
using Cutover.Core.Dns.Answers;

namespace Cutover.Engine.Dns.Observation;

/// <summary>
/// One name server and what it answered so far. Answers are kept by their values and told apart at the end, when all addresses of a load
/// balancer that were seen are known.
/// </summary>
/// <param name="given">The server's name as it was given.</param>
/// <param name="asker">Null when its address is not known.</param>
/// <param name="failure">Why it is not.</param>
internal sealed class SampledServer(string given, DnsAsker? asker, string? failure)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ImmutableArray<string> Values, int Times)> _answers = new(StringComparer.Ordinal);
    private string? _failure = failure;
    private int _failed;
    private int _failedInARow;

    public string Given => given;

    public DnsAsker? Asker => asker;

    public int Answered { get; private set; }

    public string? Failure => _failure;

    public int FailedInARow => Volatile.Read(ref _failedInARow);

    public void Add(DnsReply reply)
    {
        lock (_gate)
        {
            if (reply.Failure is not null)
            {
                (_failure, _failed, _failedInARow) = (reply.Failure, _failed + 1, _failedInARow + 1);
                return;
            }

            var key = string.Join(", ", reply.Values);
            _answers[key] = (reply.Values, _answers.GetValueOrDefault(key).Times + 1);
            (Answered, _failedInARow) = (Answered + 1, 0);
        }
    }

    public ServerAnswers Result(AnswerClassifier classifier)
    {
        int Times(AnsweredStack stack) =>
            _answers.Values.Where(answer => classifier.Classify(answer.Values) == stack).Sum(answer => answer.Times);
        return new(
            given, new(Times(AnsweredStack.Source), Times(AnsweredStack.Target), Times(AnsweredStack.Unknown), _failed), _failure);
    }

    /// <summary>The answers that name neither stack.</summary>
    public IEnumerable<(string Answer, int Times)> Strangers(AnswerClassifier classifier) =>
        from answer in _answers
        where classifier.Classify(answer.Value.Values) == AnsweredStack.Unknown
        select (answer.Key.Length == 0 ? "no record" : answer.Key, answer.Value.Times);
}

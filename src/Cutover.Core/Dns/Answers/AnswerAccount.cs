using System.Net;
using Cutover.Core.Statistics;

namespace Cutover.Core.Dns.Answers;

/// <summary>
/// A sample of answers in words. Each account names the record, the counts and the arithmetic; a bad one also says what to do.
/// </summary>
internal sealed class AnswerAccount(ObservedPair pair, AnswerPlan plan, AnswerSample sample)
{
    private const double Confidence = 0.95;
    private readonly AnswerCounts _counts = sample.Total;

    // The unknown answers may all be the target's, or none of them.
    private int MostTarget => _counts.Target + _counts.Unknown;

    public string Match() => Counted();

    public string OtherShare()
    {
        var old = Math.Max(PValue(_counts.Target, plan.Before), PValue(MostTarget, plan.Before)) > plan.Limits.FalseAlarm;
        return $"{Counted()}: the name servers do not give what the zone holds"
            + (old ? $"; the {AnswerWords.Share(plan.Before)} from before the change would fit. " : ". ") + AskThem();
    }

    public string Strange() =>
        $"{Counted()}: the name servers give values that neither record set holds. A third record set of this name, or someone "
        + $"else's change: compare the zone's record sets with the plan. {AskThem()}";

    public string TooFew() =>
        $"{Counted()}. {plan.Samples} answers were wanted and at least {Math.Ceiling(AnswerJudge.LeastAnswered * plan.Samples)} are "
        + "needed, so nothing can be said about the share. Let UDP and TCP port 53 of the name servers through, or name servers that "
        + "can be reached from here.";

    public string TooManyUnknown() =>
        $"{Counted()}: whether the share is right hangs on whose the {_counts.Unknown} unknown answers are. {AskThem()}";

    public string Indistinct() => $"{pair.Record}: answers cannot be told apart, since {sample.Indistinct}";

    private string Counted() => sample.Servers.IsEmpty
        ? $"{pair.Record}: there is no name server to ask; a private zone has none that the world can reach"
        : _counts.Answered == 0
            ? $"{pair.Record}: none of {_counts.Sent} queries was answered{Silent()}"
            : $"{pair.Record}: of {_counts.Answered} answers {_counts.Target} named {pair.Target.Name} ({Estimate()}){Unknown()}; asked "
                + $"{AnswerWords.Share(plan.Asked)} ({AnswerWords.PValue(WorthOfDoubt())}){Failed()}{Silent()}";

    private string Estimate()
    {
        var low = ClopperPearson.Of(_counts.Target, _counts.Answered, Confidence).Low;
        var high = ClopperPearson.Of(MostTarget, _counts.Answered, Confidence).High;
        return $"{AnswerWords.Share((double)_counts.Target / _counts.Answered)}, 95 % CI {AnswerWords.Range(new(low, high))}";
    }

    // With unknown answers the p-value that speaks most for the asked share: what is rejected is rejected for all of them.
    private double WorthOfDoubt() => Math.Max(PValue(_counts.Target, plan.Asked), PValue(MostTarget, plan.Asked));

    private double PValue(int target, double share) => BinomialTest.PValue(target, _counts.Answered, share);

    private string Unknown() => _counts.Unknown == 0 ? ""
        : $", {_counts.Unknown} neither {pair.Source.Name} nor {pair.Target.Name} ({string.Join("; ", sample.Strangers)})";

    private string Failed() => _counts.Failed == 0 ? "" : $"; {_counts.Failed} of {_counts.Sent} queries failed";

    private string Silent() => sample.Servers.Where(server => server.IsSilent).ToArray() is { Length: > 0 } silent
        ? "; no answer from " + string.Join(", ", silent.Select(server => $"{server.Server} ({server.Failure})"))
        : "";

    private string AskThem() =>
        $"Ask one yourself, a few times: dig +norecurse +short {At(sample.Servers.First(server => !server.IsSilent).Server)} "
        + $"{pair.Record.Name} {pair.Record.Type}";

    private static string At(string server) =>
        IPEndPoint.TryParse(server, out var endpoint) && endpoint.Port > 0 ? $"-p {endpoint.Port} @{endpoint.Address}" : "@" + server;
}

using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Dns.Observation;

/// <summary>Observes the answers for every pair of a plan that can be observed, all at once; each has a sample of its own.</summary>
internal sealed class AnswerObserver(AnswerSampler sampler, NameServers nameServers)
{
    public async Task<RunEvent> ObserveAsync(Plan plan, ObserveAnswersCommand command, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(Observed(plan).Select(record => ObserveAsync(plan, record, command, cancellation)));
        return new AnswersObservedEvent(command.Observation, [.. answers]);
    }

    /// <summary>The outcome of an observation that could not be made.</summary>
    public static RunEvent Unseen(Plan plan, ObserveAnswersCommand command, string why) => new AnswersObservedEvent(
        command.Observation, [.. Observed(plan).Select(record => Unseen(record.Key, why))]);

    private static IEnumerable<PlannedRecord> Observed(Plan plan) => plan.Records.Where(record => plan.IsObserved(record.Key));

    private async Task<ObservedAnswers> ObserveAsync(
        Plan plan, PlannedRecord record, ObserveAnswersCommand command, CancellationToken cancellation)
    {
        var found = await nameServers.OfAsync(record.Key.ZoneId, cancellation);
        if (!found.TryGet(out var servers, out var failure))
        {
            return Unseen(record.Key, $"the zone's name servers are not known: {AwsWords.Of(failure)}");
        }

        var observed = await sampler.ObserveAsync(
            ObservedPairs.Of(plan, record), Of(command.Before, record), Of(command.Wanted, record), servers, cancellation);
        var counts = observed.Sample.Total;
        return new ObservedAnswers(
            record.Key, Verdict(observed.Verdict), counts.Source, counts.Target, counts.Unknown, counts.Failed, observed.Verdict.Words);
    }

    private static PairWeights Of(ImmutableArray<RecordWeights> weights, PlannedRecord record) =>
        weights.First(pair => pair.Record == record.Key).Weights;

    private static AnswersVerdict Verdict(AnswerVerdict verdict) => verdict switch
    {
        AnswerVerdict.Matches => AnswersVerdict.Matches,
        AnswerVerdict.Differs => AnswersVerdict.Differs,
        _ => AnswersVerdict.Unseen,
    };

    private static ObservedAnswers Unseen(RecordKey record, string why) =>
        new(record, AnswersVerdict.Unseen, 0, 0, 0, 0, $"{record}: {why}");
}

using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Dns.Observation;

/// <summary>
/// Asks a zone's name servers one question many times, each in its turn and at a bounded rate, and counts which stack the answers name.
/// </summary>
/// <param name="random">Spreads the queries in time. The system's when null.</param>
/// <param name="lookup">Finds name servers that are given by host name. The machine's resolver when null.</param>
public sealed class AnswerSampler(
    ObservationOptions options, TimeProvider time, ILogger<AnswerSampler> logger, Random? random = null, HostLookup? lookup = null)
{
    private const int MostStrangers = 3;
    private readonly ObservationOptions _options = Checked(options);
    private readonly ServerDirectory _directory = new(options, time, lookup);

    /// <summary>Takes as many answers as tell the two shares apart, and judges them.</summary>
    /// <param name="pair">What to ask for and by what to know the answers.</param>
    /// <param name="before">The weights whose answers name servers may still give.</param>
    /// <param name="asked">The weights that the zone holds.</param>
    /// <param name="nameServers">The zone's own; the options may name others.</param>
    /// <param name="cancellation">Ends the observation without a result.</param>
    public async Task<AnswerObservation> ObserveAsync(
        ObservedPair pair, PairWeights before, PairWeights asked, IReadOnlyCollection<string> nameServers, CancellationToken cancellation)
    {
        var plan = AnswerPlan.For(before, asked, _options.Limits);
        var sample = await SampleAsync(pair, nameServers, plan.Samples, cancellation).ConfigureAwait(false);
        var verdict = AnswerJudge.Judge(pair, plan, sample);
        if (verdict is AnswerVerdict.Matches)
        {
            Log.AnswersMatch(logger, verdict.Words);
        }
        else
        {
            Log.AnswersDoNotMatch(logger, verdict.Words);
        }

        return new(plan, sample, verdict);
    }

    /// <summary>Takes so many answers, or fewer where name servers fail to answer.</summary>
    public async Task<AnswerSample> SampleAsync(
        ObservedPair pair, IReadOnlyCollection<string> nameServers, int samples, CancellationToken cancellation)
    {
        var from = time.GetUtcNow();
        var servers = await _directory.NameServersAsync(nameServers, cancellation).ConfigureAwait(false);
        var addresses = await AddressesAsync(pair, cancellation).ConfigureAwait(false);
        await addresses.LearnAsync(cancellation).ConfigureAwait(false);

        // Nothing is asked where no answer could be told from the other stack's.
        var classifier = addresses.Classifier;
        if (classifier.Indistinct(pair) is null)
        {
            await AskAsync(pair.Record, servers, addresses, samples, cancellation).ConfigureAwait(false);
            classifier = addresses.Classifier;
        }

        return new(
            from,
            time.GetUtcNow(),
            [.. servers.Select(server => server.Result(classifier))],
            Strangers(servers, classifier),
            classifier.Indistinct(pair));
    }

    private async Task<StackAddresses> AddressesAsync(ObservedPair pair, CancellationToken cancellation) =>
        new(pair, pair.HasAlias ? await _directory.AliasResolversAsync(cancellation).ConfigureAwait(false) : []);

    private async Task AskAsync(
        RecordKey record, ImmutableArray<SampledServer> servers, StackAddresses addresses, int samples, CancellationToken cancellation)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var learning = addresses.KeepLearningAsync(_options.LearnEvery, time, done.Token);
        await new SamplingRound(record, servers, _options, time, random ?? Random.Shared, logger).AskAsync(samples, cancellation)
            .ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        await learning.ConfigureAwait(false);
        await addresses.LearnAsync(cancellation).ConfigureAwait(false);
    }

    private static ImmutableArray<string> Strangers(ImmutableArray<SampledServer> servers, AnswerClassifier classifier) =>
        [.. servers.SelectMany(server => server.Strangers(classifier)).GroupBy(stranger => stranger.Answer)
            .OrderByDescending(same => same.Sum(stranger => stranger.Times)).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(MostStrangers).Select(same => same.Key)];

    private static ObservationOptions Checked(ObservationOptions options)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}

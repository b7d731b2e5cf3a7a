using System.Collections.Immutable;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Dns;

namespace Cutover.Engine.Gates.CloudWatch;

/// <summary>
/// Reads the series of many gates in as few calls as there can be. A call holds series of one period, because the beginning and the end of
/// what it asks for must lie on that period's grid.
/// </summary>
internal sealed class SeriesReader(CloudWatchClient cloudWatch)
{
    /// <summary>What came of each request, in their order.</summary>
    /// <param name="within">The time that each call may take, tries included.</param>
    public async Task<ImmutableArray<SeriesReading>> ReadAsync(
        ImmutableArray<SeriesRequest> requests, TimeSpan within, CancellationToken cancellation)
    {
        var readings = new SeriesReading[requests.Length];
        var asked = requests.Index().GroupBy(pair => pair.Item.Period).SelectMany(Batches);
        await Task.WhenAll(asked.Select(async batch =>
        {
            var found = await AskAsync([.. batch.Select(pair => pair.Item)], within, cancellation);
            foreach (var (pair, reading) in batch.Zip(found))
            {
                readings[pair.Index] = reading;
            }
        }));
        return [.. readings];
    }

    // A call holds so many queries, and a question must not be torn apart.
    private static IEnumerable<List<(int Index, SeriesRequest Item)>> Batches(IEnumerable<(int Index, SeriesRequest Item)> requests)
    {
        var (batch, queries) = (new List<(int, SeriesRequest)>(), 0);
        foreach (var (index, request) in requests)
        {
            if (queries + request.Question.Queries > CloudWatchClient.MostQueries)
            {
                yield return batch;
                (batch, queries) = ([], 0);
            }

            batch.Add((index, request));
            queries += request.Question.Queries;
        }

        yield return batch;
    }

    private async Task<ImmutableArray<SeriesReading>> AskAsync(
        ImmutableArray<SeriesRequest> batch, TimeSpan within, CancellationToken cancellation)
    {
        var outcome = await cloudWatch.GetMetricDataAsync(
            [.. batch.SelectMany((request, index) => request.Queries(index))],
            batch.Min(request => request.From),
            batch.Max(request => request.To),
            CallPriority.Normal,
            cancellation,
            within);
        if (outcome.TryGet(out var data, out var failure))
        {
            return [.. batch.Select((request, index) => SeriesAnswers.Of(request, index, data))];
        }

        // One expression that CloudWatch does not understand must not blind the gates that are asked with it.
        return IsRefused(failure) && batch.Length > 1
            ? [
                .. await AskAsync(batch[..(batch.Length / 2)], within, cancellation),
                .. await AskAsync(batch[(batch.Length / 2)..], within, cancellation),
            ]
            : [.. batch.Select(_ => new SeriesUnread(AwsWords.Of(failure), IsRefused(failure)))];
    }

    // What never came to CloudWatch, such as a call without a region, it did not refuse.
    private static bool IsRefused(AwsFailure failure) => failure is { Kind: AwsFailureKind.Invalid, RequestId: not null };
}

using System.Collections.Immutable;
using System.Xml.Linq;
using Cutover.Engine.Aws.Transport;

namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>The CloudWatch API, version 2010-08-01 in the Query protocol, as far as gates need it.</summary>
public sealed class CloudWatchClient
{
    /// <summary>What one GetMetricData request may hold.</summary>
    public const int MostQueries = 500;

    private const int MostAlarmNames = 100;

    private readonly AwsTransport transport;

    internal CloudWatchClient(AwsTransport transport) => this.transport = transport;

    /// <summary>Asks all queries at once and reads every page of the answer.</summary>
    /// <param name="from">Inclusive; whole seconds.</param>
    /// <param name="to">Exclusive; whole seconds.</param>
    /// <param name="within">The time that each page may take, tries included; null for what the priority allows.</param>
    /// <exception cref="ArgumentException">No query, or more than <see cref="MostQueries"/>.</exception>
    public async Task<AwsOutcome<MetricData>> GetMetricDataAsync(
        ImmutableArray<MetricDataQuery> queries,
        DateTimeOffset from,
        DateTimeOffset to,
        CallPriority priority,
        CancellationToken cancellationToken,
        TimeSpan? within = null)
    {
        if (queries.IsDefaultOrEmpty || queries.Length > MostQueries)
        {
            throw new ArgumentException($"A request holds 1 to {MostQueries} queries.", nameof(queries));
        }

        var outcome = await EveryPageAsync(
            token => Call(CloudWatchForms.MetricData(queries, from, to, token), "GetMetricData", priority, within),
            CloudWatchAnswers.MetricData,
            cancellationToken).ConfigureAwait(false);
        return outcome.TryGet(out var pages, out var failure)
            ? pages.Aggregate(MetricData.None, (all, page) => all.FollowedBy(page))
            : failure;
    }

    /// <summary>The alarms of these names, metric and composite. A name that no alarm has is simply not in the answer.</summary>
    public async Task<AwsOutcome<ImmutableArray<Alarm>>> DescribeAlarmsAsync(
        IEnumerable<string> names, CallPriority priority, CancellationToken cancellationToken, TimeSpan? within = null)
    {
        var found = ImmutableArray.CreateBuilder<Alarm>();
        foreach (var some in names.Distinct().Chunk(MostAlarmNames))
        {
            var outcome = await EveryPageAsync(
                token => Call(CloudWatchForms.Alarms(some, token), "DescribeAlarms", priority, within),
                CloudWatchAnswers.Alarms,
                cancellationToken).ConfigureAwait(false);
            if (!outcome.TryGet(out var pages, out var failure))
            {
                return failure;
            }

            found.AddRange(pages.SelectMany(page => page));
        }

        return found.ToImmutable();
    }

    private static AwsCall Call(QueryForm form, string operation, CallPriority priority, TimeSpan? within) =>
        new(operation, priority, "", Content: form.ToContent) { Within = within };

    private async Task<AwsOutcome<List<T>>> EveryPageAsync<T>(
        Func<string?, AwsCall> call, Func<XElement, (T Page, string? NextToken)> read, CancellationToken cancellationToken)
    {
        var pages = new List<T>();
        string? token = null;
        do
        {
            var outcome = await transport.SendAsync(call(token), read, cancellationToken).ConfigureAwait(false);
            if (!outcome.TryGet(out var answer, out var failure))
            {
                return failure;
            }

            pages.Add(answer.Page);
            token = answer.NextToken;
        }
        while (token is not null);

        return pages;
    }
}

using System.Xml.Linq;
using Cutover.Lab.CloudWatch.Alarms;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>DescribeAlarms by names, prefix and state, in the order of their names.</summary>
internal sealed class DescribeAlarms(AlarmBook book, string region)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 100;

    internal XElement Answer(QueryNode request)
    {
        var filter = Filter(request);
        var size = PageSize(request);
        var from = PageToken.Read(request, "DescribeAlarms");
        var matches = book.All.Where(filter).SkipWhile(alarm => string.CompareOrdinal(alarm.Definition.Name, from) <= 0).ToList();
        var page = matches.Take(size).ToList();
        return QueryAnswer.Element(
            "DescribeAlarmsResult",
            QueryAnswer.List("MetricAlarms", page.Select(alarm => AlarmXml.Alarm(alarm, region))),
            QueryAnswer.List("CompositeAlarms", []),
            QueryAnswer.Optional("NextToken", matches.Count > size ? PageToken.Write("DescribeAlarms", page[^1].Definition.Name) : null));
    }

    private static Func<MetricAlarm, bool> Filter(QueryNode request)
    {
        var names = request.Texts("AlarmNames").ToHashSet(StringComparer.Ordinal);
        var (prefix, state) = (request.Text("AlarmNamePrefix"), request.Text("StateValue"));
        var types = request.Texts("AlarmTypes");
        if (names.Count > 0 && prefix is not null)
        {
            throw new RefusedException(CloudWatchError.InvalidCombination("AlarmNames and AlarmNamePrefix must not be given together."));
        }

        if (names.Count > LargestPage)
        {
            throw new RefusedException(CloudWatchError.Validation(
                $"The collection AlarmNames must not have a size greater than {LargestPage}."));
        }

        return state is null || AlarmState.IsValid(state)
            ? alarm => (names.Count == 0 || names.Contains(alarm.Definition.Name))
                && alarm.Definition.Name.StartsWith(prefix ?? "", StringComparison.Ordinal)
                && alarm.State == (state ?? alarm.State)
                && (types.Count == 0 || types.Contains("MetricAlarm"))
            : throw new RefusedException(CloudWatchError.Validation(
                $"The value {state} for parameter StateValue must be OK, ALARM or INSUFFICIENT_DATA."));
    }

    private static int PageSize(QueryNode request)
    {
        var size = request.Integer("MaxRecords") ?? DefaultPage;
        return size is >= 1 and <= LargestPage
            ? size
            : throw new RefusedException(CloudWatchError.Validation($"The parameter MaxRecords must be 1 to {LargestPage}."));
    }
}

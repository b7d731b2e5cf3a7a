using System.Xml.Linq;
using Cutover.Lab.CloudWatch.Alarms;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>What each Action of the API does.</summary>
internal sealed class Operations(
    CloudWatchEmulatorOptions options,
    CloudWatchStore store,
    AlarmBook alarms,
    CloudWatchFaults faults,
    CloudWatchCounts counts,
    TimeProvider time)
{
    private readonly CallRate _reads = new(options.RequestsPerSecond, time);

    /// <summary>The result element, or null when the operation has none. Nothing is changed by a request that is refused.</summary>
    internal XElement? Perform(QueryNode request)
    {
        var action = request.Text("Action") ?? throw new RefusedException(new(400, "MissingAction", "The parameter Action is required."));
        if (request.Text("Version") is not QueryAnswer.Version)
        {
            throw new RefusedException(new(
                400,
                "InvalidAction",
                $"Could not find operation {action} for version {request.Text("Version") ?? "NO_VERSION_SPECIFIED"}."));
        }

        counts.Add(action);
        return action switch
        {
            "PutMetricData" => Change(request, new PutMetricData(store, time).Read(request)),
            "GetMetricData" => Limited(() => Strict(request, new GetMetricData(store, faults, counts, options.PageSize, time).Answer)),
            "ListMetrics" => Strict(request, new ListMetrics(store, time).Answer),
            "PutMetricAlarm" => Put(request),
            "DescribeAlarms" => Strict(request, new DescribeAlarms(alarms, options.Region).Answer),
            "DeleteAlarms" => Change(request, new ChangeAlarms(alarms).ReadDelete(request)),
            "SetAlarmState" => Change(request, new ChangeAlarms(alarms).ReadSet(request)),
            _ => throw new RefusedException(new(
                400, "InvalidAction", $"Could not find operation {action} for version {QueryAnswer.Version}.")),
        };
    }

    private XElement? Put(QueryNode request)
    {
        RefuseAlarmsOnExpressions(request);
        var definition = PutMetricAlarm.Read(request, time.GetUtcNow());
        return Change(request, () => alarms.Put(definition));
    }

    private static void RefuseAlarmsOnExpressions(QueryNode request)
    {
        if (request.Find("Metrics") is not null)
        {
            throw new RefusedException(CloudWatchError.Validation(
                "This emulator has no alarms on expressions: the parameter Metrics is not supported."));
        }
    }

    private XElement? Limited(Func<XElement?> answer) =>
        _reads.TryTake() ? answer() : throw new RefusedException(CloudWatchError.Throttled);

    private static XElement? Change(QueryNode request, Action change)
    {
        RefuseUnread(request);
        change();
        return null;
    }

    private static XElement? Strict(QueryNode request, Func<QueryNode, XElement> answer)
    {
        var result = answer(request);
        RefuseUnread(request);
        return result;
    }

    /// <summary>A misspelt or unsupported parameter is told, not passed over.</summary>
    private static void RefuseUnread(QueryNode request)
    {
        var unread = request.Unread().ToList();
        if (unread.Count > 0)
        {
            throw new RefusedException(CloudWatchError.Validation(
                $"This emulator does not support the parameters {string.Join(", ", unread)}."));
        }
    }
}

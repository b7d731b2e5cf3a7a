using Cutover.Engine.Aws;
using Cutover.Engine.Aws.CloudWatch;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Aws;

public sealed class DescribeAlarmsTests
{
    private static readonly DateTimeOffset Updated = new(2026, 3, 1, 11, 59, 0, TimeSpan.Zero);

    [Fact]
    public async Task Metric_and_composite_alarms_are_read_over_pages()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server
            .Then(CloudWatchXml.Alarms(CloudWatchXml.Alarm("a", "OK"), next: "2"))
            .Then(CloudWatchXml.Alarms(CloudWatchXml.Alarm("b", "INSUFFICIENT_DATA"), CloudWatchXml.Alarm("c", "ALARM")));

        var alarms = await wire.CloudWatch.DescribeAlarmsAsync(
            ["a", "b", "c", "gone"], CallPriority.Normal, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                new Alarm("a", AlarmState.Ok, "because of a", Updated),
                new Alarm("b", AlarmState.InsufficientData, "because of b", Updated),
                new Alarm("c", AlarmState.Alarm, "because of c", Updated),
            ],
            alarms.Value());
        var form = wire.Server.Requests.First().Form;
        Assert.Equal(("DescribeAlarms", "gone"), (form["Action"], form["AlarmNames.member.4"]));
        Assert.Equal(("MetricAlarm", "CompositeAlarm"), (form["AlarmTypes.member.1"], form["AlarmTypes.member.2"]));
    }

    [Fact]
    public async Task More_names_than_one_request_holds_are_asked_for_in_several()
    {
        await using var wire = await AwsWire.StartAsync();
        wire.Server.Then(CloudWatchXml.Alarms(CloudWatchXml.Alarm("1", "OK"))).Then(CloudWatchXml.Alarms(CloudWatchXml.Alarm("101", "OK")));

        var alarms = await wire.CloudWatch.DescribeAlarmsAsync(
            Enumerable.Range(1, 101).Select(number => $"{number}"), CallPriority.Normal, TestContext.Current.CancellationToken);

        Assert.Equal(["1", "101"], alarms.Value().Select(alarm => alarm.Name));
        Assert.Equal("101", wire.Server.Requests.Last().Form["AlarmNames.member.1"]);
    }
}

namespace Cutover.Lab.Tests.CloudWatch;

public sealed class AlarmOperationsTests
{
    [Fact]
    public async Task An_alarm_is_described_as_it_was_put()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.CallAsync("PutMetricAlarm", AlarmFields.Of(
            "p99", ("Statistic", ""), ("ExtendedStatistic", "p99"), ("DatapointsToAlarm", "2"), ("TreatMissingData", "notBreaching"),
            ("AlarmDescription", "slow"), ("Unit", "Milliseconds"), ("ActionsEnabled", "false"), ("OKActions.member.1", "arn:ok"),
            ("Dimensions.member.1.Name", "Stack"),
            ("Dimensions.member.1.Value", "envoy"),
            ("Tags.member.1.Key", "k"),
            ("Tags.member.1.Value", "v")));

        var alarm = (await bench.CallAsync("DescribeAlarms")).All("MetricAlarms").Single().Elements().Single();

        string[] names =
        [
            "AlarmName", "AlarmArn", "AlarmDescription", "ActionsEnabled", "OKActions", "AlarmActions", "Namespace", "MetricName",
            "Dimensions", "ExtendedStatistic", "Period", "Unit", "EvaluationPeriods", "DatapointsToAlarm", "Threshold",
            "ComparisonOperator", "TreatMissingData",
        ];
        Assert.Equal(
            ["p99", "arn:aws:cloudwatch:us-east-1:123456789012:alarm:p99", "slow", "false", "arn:ok", "", "Lab/Edge", "m",
                "Stackenvoy", "p99", "10", "Milliseconds", "3", "2", "10", "GreaterThanThreshold", "notBreaching"],
            names.Select(alarm.One));
        Assert.Null(alarm.Maybe("Statistic"));
    }

    [Theory]
    [InlineData("AlarmName", "", "MissingParameter", "AlarmName")]
    [InlineData("Threshold", "", "MissingParameter", "Threshold")]
    [InlineData("Threshold", "high", "InvalidParameterValue", "must be a number")]
    [InlineData("EvaluationPeriods", "", "MissingParameter", "EvaluationPeriods")]
    [InlineData("EvaluationPeriods", "0", "ValidationError", "greater than or equal to 1")]
    [InlineData("EvaluationPeriods", "8641", "ValidationError", "more than a day")]
    [InlineData("DatapointsToAlarm", "4", "ValidationError", "less than or equal to EvaluationPeriods")]
    [InlineData("Period", "5", "ValidationError", "10, 20, 30 or a multiple of 60")]
    [InlineData("Period", "61", "ValidationError", "multiple of 60")]
    [InlineData("Statistic", "", "ValidationError", "Exactly one of Statistic")]
    [InlineData("Statistic", "p99", "ValidationError", "p99 is not a valid Statistic")]
    [InlineData("ExtendedStatistic", "p99", "ValidationError", "Exactly one of Statistic")]
    [InlineData("ComparisonOperator", "AboutThreshold", "ValidationError", "AboutThreshold")]
    [InlineData("TreatMissingData", "guess", "ValidationError", "notBreaching")]
    [InlineData("ActionsEnabled", "yes", "InvalidParameterValue", "true or false")]
    [InlineData("Metrics.member.1.Id", "e", "ValidationError", "no alarms on expressions")]
    [InlineData("ThresholdMetricId", "e", "ValidationError", "does not support the parameters ThresholdMetricId")]
    public async Task A_bad_alarm_is_refused(string field, string value, string code, string part)
    {
        await using var bench = await CloudWatchBench.OpenAsync();

        var refusal = await bench.RefusedAsync("PutMetricAlarm", AlarmFields.Of("a", (field, value)));

        Assert.Equal((400, code), (refusal.Status, refusal.Code));
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        Assert.Empty((await bench.CallAsync("DescribeAlarms")).All("AlarmName"));
    }

    [Fact]
    public async Task Alarms_are_found_by_names_prefix_and_state()
    {
        await using var bench = await OpenAsync("edge-b", "edge-a", "zone");
        await bench.CallAsync("SetAlarmState", ("AlarmName", "edge-a"), ("StateValue", "ALARM"), ("StateReason", "drill"));

        Assert.Equal("edge-a edge-b zone", await NamesAsync(bench));
        Assert.Equal(
            "edge-b zone",
            await NamesAsync(bench, ("AlarmNames.member.1", "zone"), ("AlarmNames.member.2", "edge-b"), ("AlarmNames.member.3", "none")));
        Assert.Equal("edge-a edge-b", await NamesAsync(bench, ("AlarmNamePrefix", "edge-")));
        Assert.Equal("edge-a", await NamesAsync(bench, ("StateValue", "ALARM")));
        Assert.Equal("edge-b", await NamesAsync(bench, ("AlarmNamePrefix", "edge-"), ("StateValue", "INSUFFICIENT_DATA")));
        Assert.Equal("", await NamesAsync(bench, ("AlarmTypes.member.1", "CompositeAlarm")));
    }

    [Fact]
    public async Task Alarms_come_in_pages()
    {
        await using var bench = await OpenAsync("a", "b", "c");

        var first = await bench.CallAsync("DescribeAlarms", ("MaxRecords", "2"));
        var second = await bench.CallAsync("DescribeAlarms", ("MaxRecords", "2"), ("NextToken", first.One("NextToken")));

        Assert.Equal(["a", "b"], first.All("AlarmName").Select(name => name.Value));
        Assert.Equal(["c"], second.All("AlarmName").Select(name => name.Value));
        Assert.Null(second.Maybe("NextToken"));
        Assert.Equal("InvalidNextToken", (await bench.RefusedAsync("DescribeAlarms", ("NextToken", "bm9uc2Vuc2U="))).Code);
    }

    [Fact]
    public async Task A_bad_search_is_refused()
    {
        await using var bench = await CloudWatchBench.OpenAsync();

        Assert.Equal(
            "InvalidParameterCombination",
            (await bench.RefusedAsync("DescribeAlarms", ("AlarmNames.member.1", "a"), ("AlarmNamePrefix", "a"))).Code);
        Assert.Equal("ValidationError", (await bench.RefusedAsync("DescribeAlarms", ("StateValue", "BAD"))).Code);
        Assert.Equal("ValidationError", (await bench.RefusedAsync("DescribeAlarms", ("MaxRecords", "101"))).Code);
    }

    [Fact]
    public async Task Deleting_deletes_all_named_alarms_or_none()
    {
        await using var bench = await OpenAsync("a", "b", "c");

        var refusal = await bench.RefusedAsync("DeleteAlarms", ("AlarmNames.member.1", "a"), ("AlarmNames.member.2", "zzz"));
        Assert.Equal((404, "ResourceNotFound"), (refusal.Status, refusal.Code));
        Assert.Equal("a b c", await NamesAsync(bench));

        await bench.CallAsync("DeleteAlarms", ("AlarmNames.member.1", "a"), ("AlarmNames.member.2", "c"));
        Assert.Equal("b", await NamesAsync(bench));
    }

    [Fact]
    public async Task A_state_that_was_set_lasts_until_the_next_evaluation()
    {
        await using var bench = await OpenAsync("a");
        await bench.CallAsync(
            "SetAlarmState",
            ("AlarmName", "a"),
            ("StateValue", "ALARM"),
            ("StateReason", "drill"),
            ("StateReasonData", "{\"by\":\"hand\"}"));

        var alarm = await bench.CallAsync("DescribeAlarms");
        Assert.Equal(
            ("ALARM", "drill", "{\"by\":\"hand\"}"), (alarm.One("StateValue"), alarm.One("StateReason"), alarm.One("StateReasonData")));

        bench.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("INSUFFICIENT_DATA", (await bench.CallAsync("DescribeAlarms")).One("StateValue"));
    }

    [Fact]
    public async Task A_bad_state_is_refused()
    {
        await using var bench = await OpenAsync("a");
        (string, string) reason = ("StateReason", "drill");

        Assert.Equal(404, (await bench.RefusedAsync("SetAlarmState", ("AlarmName", "zzz"), ("StateValue", "OK"), reason)).Status);
        Assert.Equal(
            "ValidationError", (await bench.RefusedAsync("SetAlarmState", ("AlarmName", "a"), ("StateValue", "FINE"), reason)).Code);
        Assert.Equal(
            "InvalidFormat",
            (await bench.RefusedAsync("SetAlarmState", ("AlarmName", "a"), ("StateValue", "OK"), reason, ("StateReasonData", "{"))).Code);
    }

    [Fact]
    public async Task Putting_an_alarm_again_keeps_its_state()
    {
        await using var bench = await OpenAsync("a");
        await bench.CallAsync("SetAlarmState", ("AlarmName", "a"), ("StateValue", "ALARM"), ("StateReason", "drill"));

        await bench.CallAsync("PutMetricAlarm", AlarmFields.Of("a", ("Threshold", "99")));

        var alarm = await bench.CallAsync("DescribeAlarms");
        Assert.Equal(("ALARM", "99"), (alarm.One("StateValue"), alarm.One("Threshold")));
    }

    private static async Task<CloudWatchBench> OpenAsync(params string[] alarms)
    {
        var bench = await CloudWatchBench.OpenAsync();
        foreach (var name in alarms)
        {
            await bench.CallAsync("PutMetricAlarm", AlarmFields.Of(name));
        }

        return bench;
    }

    private static async Task<string> NamesAsync(CloudWatchBench bench, params (string, string)[] fields) =>
        string.Join(' ', (await bench.CallAsync("DescribeAlarms", fields)).All("AlarmName").Select(name => name.Value));
}

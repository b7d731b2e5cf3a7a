using System.Xml.Linq;

namespace Cutover.Lab.Tests.CloudWatch;

public sealed class AlarmEvaluationTests
{
    /// <summary>
    /// The two tables of the CloudWatch User Guide, and its examples of premature transitions. Oldest period first: 0 is good, X is
    /// breaching, - is missing. The columns are missing, ignore, breaching and notBreaching; "stays" keeps the state.
    /// </summary>
    [Theory]
    [InlineData(3, "0-X-X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "0----", "OK", "OK", "OK", "OK")]
    [InlineData(3, "-----", "INSUFFICIENT_DATA", "stays", "ALARM", "OK")]
    [InlineData(3, "0XX-X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "--X--", "ALARM", "stays", "ALARM", "OK")]
    [InlineData(3, "X----", "ALARM", "stays", "ALARM", "OK")]
    [InlineData(3, "----X", "INSUFFICIENT_DATA", "stays", "ALARM", "OK")]
    [InlineData(3, "---X-", "INSUFFICIENT_DATA", "stays", "ALARM", "OK")]
    [InlineData(3, "---X0", "OK", "OK", "OK", "OK")]
    [InlineData(3, "--X-0", "OK", "OK", "OK", "OK")]
    [InlineData(3, "XXX00", "OK", "OK", "OK", "OK")]
    [InlineData(3, "00XXX", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0-X-X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "00X0X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0-X--", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "----0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "---X-", "ALARM", "stays", "ALARM", "OK")]
    [InlineData(2, "X-X--", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(1, "0X000", "OK", "OK", "OK", "OK")]
    [InlineData(1, "00X00", "ALARM", "ALARM", "ALARM", "ALARM")]
    public async Task M_of_three_periods_with_missing_data(int datapoints, string range, params string[] expected)
    {
        foreach (var (treatment, state) in ((string[])["missing", "ignore", "breaching", "notBreaching"]).Zip(expected))
        {
            foreach (var before in (string[])["OK", "ALARM"])
            {
                var alarm = await EvaluateAsync(range, before, ("DatapointsToAlarm", $"{datapoints}"), ("TreatMissingData", treatment));
                Assert.Equal(state == "stays" ? before : state, alarm.One("StateValue"));
            }
        }
    }

    [Theory]
    [InlineData("GreaterThanThreshold", "OK")]
    [InlineData("GreaterThanOrEqualToThreshold", "ALARM")]
    [InlineData("LessThanThreshold", "OK")]
    [InlineData("LessThanOrEqualToThreshold", "ALARM")]
    public async Task A_value_on_the_threshold_breaches_only_where_it_is_included(string comparison, string expected)
    {
        var alarm = await EvaluateAsync("====0", "INSUFFICIENT_DATA", ("DatapointsToAlarm", "2"), ("ComparisonOperator", comparison));

        Assert.Equal(expected, alarm.One("StateValue"));
    }

    [Fact]
    public async Task The_reason_says_how_many_points_breached_which_threshold()
    {
        var alarm = await EvaluateAsync("00X0X", "OK", ("DatapointsToAlarm", "2"));

        Assert.Equal(
            "Threshold Crossed: 2 out of the last 3 datapoints [20, 0, 20] were greater than the threshold (10); "
                + "2 are needed (OK -> ALARM).",
            alarm.One("StateReason"));
        Assert.Equal("2026-03-01T12:00:50Z", alarm.One("StateUpdatedTimestamp"));
        Assert.Contains("\"recentDatapoints\":[20,0,20]", alarm.One("StateReasonData"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_begins_without_a_state_and_gets_one_at_the_next_whole_ten_seconds()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(45));
        await bench.PutAsync("m", (20, 20), (30, 20), (40, 20));
        await bench.CallAsync("PutMetricAlarm", AlarmFields.Of("a"));

        Assert.Equal("INSUFFICIENT_DATA Unchecked: Initial alarm creation", await StateAsync(bench));
        bench.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.StartsWith("INSUFFICIENT_DATA", await StateAsync(bench), StringComparison.Ordinal);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("ALARM", await StateAsync(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_with_a_period_of_a_minute_is_evaluated_once_a_minute()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 20));
        await bench.CallAsync("PutMetricAlarm", AlarmFields.Of("a", ("Period", "60"), ("EvaluationPeriods", "1")));

        bench.Time.Advance(TimeSpan.FromSeconds(50));
        Assert.StartsWith("INSUFFICIENT_DATA", await StateAsync(bench), StringComparison.Ordinal);
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.StartsWith("ALARM", await StateAsync(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_waits_for_the_publication_delay_and_does_not_take_late_data_for_missing()
    {
        await using var bench = await CloudWatchBench.OpenAsync(options => options with { PublicationDelay = TimeSpan.FromSeconds(20) });
        await bench.CallAsync("PutMetricAlarm", AlarmFields.Of("a", ("EvaluationPeriods", "1"), ("TreatMissingData", "breaching")));
        for (var second = 0; second <= 60; second += 10)
        {
            await bench.PutAsync("m", (second, 1));
            bench.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.StartsWith("OK", await StateAsync(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blind_service_takes_the_data_from_alarms_as_well()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.CallAsync("PutMetricAlarm", AlarmFields.Of("a", ("EvaluationPeriods", "1")));
        await bench.PutAsync("m", (0, 1));
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.StartsWith("OK", await StateAsync(bench), StringComparison.Ordinal);

        bench.Emulator.Faults.Blind = true;
        bench.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.StartsWith(
            "INSUFFICIENT_DATA Insufficient Data: 1 of the last 1 datapoints", await StateAsync(bench), StringComparison.Ordinal);
    }

    /// <summary>The alarm as it stands after exactly one evaluation over five periods of ten seconds.</summary>
    private static async Task<XElement> EvaluateAsync(string range, string before, params (string, string)[] changes)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(45));
        await bench.PutAsync("m", [.. range.Select((mark, at) => (at * 10, mark)).Where(item => item.mark != '-').Select(item =>
            (item.Item1, item.mark switch { 'X' => 20.0, '=' => 10.0, _ => 0.0 }))]);
        await bench.CallAsync("PutMetricAlarm", AlarmFields.Of("a", changes));
        await bench.CallAsync("SetAlarmState", ("AlarmName", "a"), ("StateValue", before), ("StateReason", "test"));
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        return await bench.CallAsync("DescribeAlarms", ("AlarmNames.member.1", "a"));
    }

    private static async Task<string> StateAsync(CloudWatchBench bench)
    {
        var answer = await bench.CallAsync("DescribeAlarms");
        return $"{answer.One("StateValue")} {answer.One("StateReason")}";
    }
}

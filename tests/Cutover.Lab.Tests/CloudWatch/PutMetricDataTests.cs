namespace Cutover.Lab.Tests.CloudWatch;

public sealed class PutMetricDataTests
{
    private const string First = "MetricData.member.1.";

    [Theory]
    [InlineData("Sum", "23")]
    [InlineData("SampleCount", "7")]
    [InlineData("Minimum", "1")]
    [InlineData("Maximum", "9")]
    public async Task The_three_forms_of_a_datum_add_up(string stat, string expected)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.CallAsync(
            "PutMetricData",
            ("Namespace", "Lab/Edge"),
            ("MetricData.member.1.MetricName", "m"),
            ("MetricData.member.1.Value", "4"),
            ("MetricData.member.2.MetricName", "m"),
            ("MetricData.member.2.Values.member.1", "1"),
            ("MetricData.member.2.Values.member.2", "2"),
            ("MetricData.member.2.Counts.member.1", "1"),
            ("MetricData.member.2.Counts.member.2", "3"),
            ("MetricData.member.3.MetricName", "m"),
            ("MetricData.member.3.StatisticValues.SampleCount", "2"),
            ("MetricData.member.3.StatisticValues.Sum", "12"),
            ("MetricData.member.3.StatisticValues.Minimum", "3"),
            ("MetricData.member.3.StatisticValues.Maximum", "9"));

        var answer = await bench.CallAsync("GetMetricData", new DataQuery(0, 60).Metric("m", "m", stat, 60).Fields);

        Assert.Equal($"0={expected}", answer.Results().Single().Points());
    }

    [Theory]
    [InlineData("InvalidParameterCombination", "mutually exclusive", "Value", "1", "Values.member.1", "2")]
    [InlineData("MissingParameter", "Value, Values or StatisticValues", "Unit", "Count")]
    [InlineData("InvalidParameterValue", "Unit", "Value", "1", "Unit", "Furlongs")]
    [InlineData("InvalidParameterValue", "must be a number", "Value", "many")]
    [InlineData("InvalidParameterValue", "2^360", "Value", "NaN")]
    [InlineData("InvalidParameterValue", "2^360", "Value", "1e200")]
    [InlineData("InvalidParameterValue", "1 or 60", "Value", "1", "StorageResolution", "10")]
    [InlineData("InvalidParameterValue", "two weeks", "Value", "1", "Timestamp", "2026-02-01T00:00:00Z")]
    [InlineData("InvalidParameterValue", "two hours", "Value", "1", "Timestamp", "2026-03-01T15:00:00Z")]
    [InlineData("InvalidParameterValue", "ISO 8601", "Value", "1", "Timestamp", "yesterday")]
    [InlineData("InvalidParameterValue", "same size", "Values.member.1", "1", "Counts.member.1", "1", "Counts.member.2", "1")]
    [InlineData("InvalidParameterValue", "greater than 0", "Values.member.1", "1", "Counts.member.1", "0")]
    [InlineData(
        "MissingParameter",
        "StatisticValues.Maximum",
        "StatisticValues.SampleCount",
        "1",
        "StatisticValues.Sum",
        "1",
        "StatisticValues.Minimum",
        "1")]
    [InlineData(
        "InvalidParameterValue",
        "given twice",
        "Value",
        "1",
        "Dimensions.member.1.Name",
        "a",
        "Dimensions.member.1.Value",
        "1",
        "Dimensions.member.2.Name",
        "a",
        "Dimensions.member.2.Value",
        "2")]
    [InlineData("MissingParameter", "Dimensions.member.1.Value", "Value", "1", "Dimensions.member.1.Name", "a")]
    [InlineData(
        "InvalidParameterValue", "control characters", "Value", "1", "Dimensions.member.1.Name", "a", "Dimensions.member.1.Value", "a\tb")]
    [InlineData("MalformedQueryString", "XML does not allow", "Value", "1", "Unit", "\u0001")]
    [InlineData("ValidationError", "MetricData.member.1.Vaule", "Value", "1", "Vaule", "2")]
    public async Task A_bad_datum_is_refused_and_named(string code, string part, params string[] fields)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        var pairs = fields.Chunk(2).Select(pair => (First + pair[0], pair[1]));

        var refusal = await bench.RefusedAsync("PutMetricData", [("Namespace", "Lab/Edge"), (First + "MetricName", "m"), .. pairs]);

        Assert.Equal((400, "Sender", code), (refusal.Status, refusal.Type, refusal.Code));
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, bench.Emulator.Store.Count);
    }

    [Fact]
    public async Task One_bad_datum_refuses_all_of_the_call()
    {
        await using var bench = await CloudWatchBench.OpenAsync();

        var refusal = await bench.RefusedAsync(
            "PutMetricData",
            ("Namespace", "Lab/Edge"),
            (First + "MetricName", "m"),
            (First + "Value", "1"),
            ("MetricData.member.2.Value", "1"));

        Assert.Equal("The parameter MetricData.member.2.MetricName is required.", refusal.Message);
        Assert.Equal(0, bench.Emulator.Store.Count);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task A_metric_has_at_most_thirty_dimensions(int count, bool accepted)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        var dimensions = Enumerable.Range(1, count).SelectMany(at => (IEnumerable<(string, string)>)
            [($"{First}Dimensions.member.{at}.Name", $"n{at}"), ($"{First}Dimensions.member.{at}.Value", "v")]);

        await bench.SendAsync(
            "PutMetricData", [("Namespace", "Lab/Edge"), (First + "MetricName", "m"), (First + "Value", "1"), .. dimensions]);

        Assert.Equal(accepted ? 1 : 0, bench.Emulator.Store.Count);
    }

    [Fact]
    public async Task The_namespace_is_required_and_must_not_begin_with_a_colon()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        (string, string)[] datum = [(First + "MetricName", "m"), (First + "Value", "1")];

        Assert.Equal("MissingParameter", (await bench.RefusedAsync("PutMetricData", datum)).Code);
        Assert.Equal("InvalidParameterValue", (await bench.RefusedAsync("PutMetricData", [("Namespace", ":Lab"), .. datum])).Code);
    }

    [Fact]
    public async Task Data_older_than_three_hours_are_pruned()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1), (10, 1));

        bench.Time.Advance(TimeSpan.FromHours(3) + TimeSpan.FromSeconds(5));
        await bench.PutAsync("m", (10_800, 1));

        Assert.Equal(2, bench.Emulator.Store.Count);
    }
}

namespace Cutover.Lab.Tests.CloudWatch;

public sealed class CloudWatchFaultsTests
{
    private static readonly (string, string)[] Query = new DataQuery(0, 60).Metric("m", "m", "Sum").Fields;

    [Fact]
    public async Task A_blind_service_accepts_puts_and_shows_them_once_it_sees_again()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Emulator.Faults.Blind = true;
        await bench.PutAsync("m", (0, 1));

        Assert.Equal("", await PointsAsync(bench));
        bench.Emulator.Faults.Blind = false;
        Assert.Equal("0=1", await PointsAsync(bench));
    }

    [Fact]
    public async Task As_many_calls_are_throttled_as_were_asked_for_and_puts_do_not_count()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Emulator.Faults.ThrottleNext(2);
        await bench.PutAsync("m", (0, 1));

        Assert.Equal("Throttling", (await bench.RefusedAsync("GetMetricData", Query)).Code);
        Assert.Equal("Throttling", (await bench.RefusedAsync("DescribeAlarms")).Code);
        Assert.Equal("0=1", await PointsAsync(bench));
    }

    [Fact]
    public async Task As_many_calls_fail_as_were_asked_for()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Emulator.Faults.FailNext(1);

        var refusal = await bench.RefusedAsync("GetMetricData", Query);

        Assert.Equal((500, "Receiver", "InternalServiceError"), (refusal.Status, refusal.Type, refusal.Code));
        await bench.CallAsync("GetMetricData", Query);
    }

    [Fact]
    public async Task Access_is_denied_until_the_dial_is_turned_back()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Emulator.Faults.AccessDenied = true;

        var refusal = await bench.RefusedAsync("GetMetricData", Query);
        Assert.Equal((403, "AccessDenied"), (refusal.Status, refusal.Code));
        Assert.Contains("cloudwatch:GetMetricData", refusal.Message, StringComparison.Ordinal);

        bench.Emulator.Faults.Reset();
        await bench.CallAsync("GetMetricData", Query);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Partial_data_are_the_older_half_without_a_token(bool ascending)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("m", (0, 1), (10, 2), (20, 3), (30, 4));
        bench.Emulator.Faults.PartialData = true;

        var answer = await bench.CallAsync("GetMetricData", new DataQuery(0, 60, ascending).Metric("m", "m", "Sum").Fields);

        Assert.Equal(ascending ? "0=1 10=2" : "10=2 0=1", answer.Results().Single().Points());
        Assert.Equal("PartialData", answer.One("StatusCode"));
        Assert.Null(answer.Maybe("NextToken"));
    }

    [Fact]
    public async Task A_dropped_connection_gives_no_answer()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Emulator.Faults.Drop = true;

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.CallAsync("GetMetricData", Query));
    }

    [Fact]
    public async Task The_extra_latency_passes_on_the_given_clock()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        var faults = bench.Emulator.Faults;
        faults.ExtraLatency = TimeSpan.FromSeconds(30);

        var call = bench.CallAsync("GetMetricData", Query);
        await bench.Time.WaitBegunAsync(faults.ExtraLatency);
        bench.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);

        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await call;
    }

    [Fact]
    public async Task Puts_are_hit_only_when_they_are_included()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        bench.Emulator.Faults.AccessDenied = true;
        await bench.PutAsync("m", (0, 1));

        bench.Emulator.Faults.IncludePuts = true;
        var refusal = await bench.RefusedAsync(
            "PutMetricData", ("Namespace", "n"), ("MetricData.member.1.MetricName", "m"), ("MetricData.member.1.Value", "1"));

        Assert.Equal("AccessDenied", refusal.Code);
        Assert.Equal(1, bench.Emulator.Store.Count);
    }

    private static async Task<string> PointsAsync(CloudWatchBench bench) =>
        (await bench.CallAsync("GetMetricData", Query)).Results().Single().Points();
}

namespace Cutover.Lab.Tests.CloudWatch;

/// <summary>Series over four periods of 10 s: a = 30 20 0 0; b = 20 - 20 -; c = - 1 - 4; none has no data.</summary>
public sealed class MetricMathTests
{
    [Theory]
    [InlineData("a + 1", "0=31 10=21 20=1 30=1")]
    [InlineData("a - b", "0=10 10=20 20=-20 30=0")]
    [InlineData("a * 2 + 1", "0=61 10=41 20=1 30=1")]
    [InlineData("1 + a * 2", "0=61 10=41 20=1 30=1")]
    [InlineData("(1 + a) * 2", "0=62 10=42 20=2 30=2")]
    [InlineData("a - 10 - 5", "0=15 10=5 20=-15 30=-15")]
    [InlineData("a / 10 / 2", "0=1.5 10=1 20=0 30=0")]
    [InlineData("-a + 1.5e1", "0=-15 10=-5 20=15 30=15")]
    [InlineData("--b", "0=20 20=20")]
    [InlineData("2 - -b", "0=22 20=22")]
    [InlineData("a / b", "0=1.5 20=0")]
    [InlineData("b / a * 100", "0=66.66666666666666 10=0")]
    [InlineData("none / a", "0=0 10=0")]
    [InlineData("1 / a * 60", "0=2 10=3")]
    [InlineData("a < b", "0=0 10=0 20=1 30=0")]
    [InlineData("a >= 30", "0=1 10=0 20=0 30=0")]
    [InlineData("a > 15 AND b > 15", "0=1 10=0 20=0 30=0")]
    [InlineData("a > 15 && b > 15 || c == 4", "0=1 10=0 20=0 30=1")]
    [InlineData("a != 0 OR c", "0=1 10=1 20=0 30=1")]
    [InlineData("a + 1 > 20 AND a - 1 <= 19", "0=0 10=1 20=0 30=0")]
    [InlineData("FILL(b, 0)", "0=20 10=0 20=20 30=0")]
    [InlineData("FILL(b, -1)", "0=20 10=-1 20=20 30=-1")]
    [InlineData("FILL(none, 0)", "0=0 10=0 20=0 30=0")]
    [InlineData("FILL(c, REPEAT)", "10=1 20=1 30=4")]
    [InlineData("FILL(c, LINEAR)", "10=1 20=2.5 30=4")]
    [InlineData("FILL(b, c)", "0=20 10=1 20=20 30=4")]
    [InlineData("FILL(b, MAX(a))", "0=20 10=30 20=20 30=30")]
    [InlineData("IF(a, b, 7)", "0=20 10=0 20=7 30=7")]
    [InlineData("IF(a, b)", "0=20 10=0")]
    [InlineData("IF(a > 25, 1, c)", "0=1 10=1 30=4")]
    [InlineData("IF(b, 1, 2)", "0=1 20=1")]
    [InlineData("IF(1, b, c)", "0=20 20=20")]
    [InlineData("IF(0, b, c)", "10=1 30=4")]
    [InlineData("IF(0, b)", "")]
    [InlineData("a - AVG(a)", "0=17.5 10=7.5 20=-12.5 30=-12.5")]
    [InlineData("a / SUM(a) * 100", "0=60 10=40 20=0 30=0")]
    [InlineData("b + MIN(c) + MAX(c)", "0=25 20=25")]
    [InlineData("b - AVG(none)", "")]
    [InlineData("SUM([a, b])", "0=50 10=20 20=20 30=0")]
    [InlineData("AVG([a, b])", "0=25 10=10 20=10 30=0")]
    [InlineData("MIN([a, b])", "0=20 10=20 20=0 30=0")]
    [InlineData("MAX([a, b])", "0=30 10=20 20=20 30=0")]
    [InlineData("SUM(METRICS())", "0=50 10=21 20=20 30=4")]
    [InlineData("SUM(METRICS(\"b\"))", "0=20 20=20")]
    [InlineData("SUM([METRICS('b'), a] / 2)", "0=25 10=10 20=10 30=0")]
    [InlineData("SUM(100 * [a, b])", "0=5000 10=2000 20=2000 30=0")]
    [InlineData("ABS(b - 30)", "0=10 20=10")]
    [InlineData("MAX(ABS([a, -b]))", "0=30 10=20 20=20 30=0")]
    [InlineData("twice + 1", "0=61 10=41 20=1 30=1")]
    public async Task An_expression_gives_one_series(string expression, string expected)
    {
        var results = (await Bench(expression)).Results();

        Assert.Equal(expected, results.Single().Points());
    }

    [Fact]
    public async Task An_expression_over_an_array_gives_a_result_for_each_of_its_series()
    {
        var results = (await Bench("[a, c] * 2")).Results();

        Assert.Equal(["a 0=60 10=40 20=0 30=0", "c 10=2 30=8"], results.Select(result => $"{result.One("Label")} {result.Points()}"));
        Assert.All(results, result => Assert.Equal("e", result.One("Id")));
    }

    [Theory]
    [InlineData("MEDIAN(a)", "The function MEDIAN is not known.")]
    [InlineData("sum(a)", "The function sum is not known.")]
    [InlineData("a + missing", "The id missing is not known.")]
    [InlineData("a +", "Syntax error at character 4: unexpected end of the expression.")]
    [InlineData("a b", "Syntax error at character 3: unexpected 'b'.")]
    [InlineData("(a", "Syntax error at character 3: unexpected end of the expression.")]
    [InlineData("[a b]", "Syntax error at character 4: unexpected 'b'.")]
    [InlineData("a ^ 2", "Syntax error at character 3: unexpected '^'.")]
    [InlineData("a $ 2", "Syntax error at character 3: unexpected '$'.")]
    [InlineData("\"text\"", "can stand only in METRICS()")]
    [InlineData("REPEAT + a", "REPEAT can stand only in FILL().")]
    [InlineData("FILL(a)", "The function FILL does not take these 1 arguments.")]
    [InlineData("FILL(1, 2)", "FILL takes a time series, not a number.")]
    [InlineData("FILL(a, [b, c])", "FILL cannot fill from an array of time series.")]
    [InlineData("SUM(1)", "The function SUM does not support a number")]
    [InlineData("IF([a, b], 1, 2)", "IF does not support these operand types")]
    [InlineData("IF(a, [a, b], 2)", "IF does not support these operand types")]
    [InlineData("[a, b] + [a, b]", "not supported between two arrays")]
    [InlineData("SUM([1, a])", "An array can hold only time series.")]
    [InlineData("SUM([])", "An array must hold at least one time series.")]
    [InlineData("METRICS(\"zzz\")", "matches no metric")]
    [InlineData("AVG(a)", "The result must be a time series or an array of them, not a number.")]
    [InlineData("e + 1", "The expression refers to itself.")]
    public async Task A_bad_expression_is_a_validation_error_that_says_why(string expression, string part)
    {
        await using var bench = await OpenAsync();

        var refusal = await bench.RefusedAsync("GetMetricData", Query(expression).Fields);

        Assert.Equal((400, "ValidationError"), (refusal.Status, refusal.Code));
        Assert.StartsWith("Error in expression 'e': ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expression_may_be_deep_but_not_endless()
    {
        await using var bench = await OpenAsync();
        static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);

        Assert.Equal(
            "0=30 10=20 20=0 30=0", (await bench.CallAsync("GetMetricData", Query(Nested(40)).Fields)).Results().Single().Points());
        Assert.Contains(
            "nested more than 50",
            (await bench.RefusedAsync("GetMetricData", Query(Nested(1000)).Fields)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_with_different_periods_do_not_mix_even_through_another_expression()
    {
        await using var bench = await OpenAsync();
        var query = Query("twice + minute").Metric("minute", "a", "Sum", 60).Add("ReturnData", "false");

        var refusal = await bench.RefusedAsync("GetMetricData", query.Fields);

        Assert.Contains("different periods: 10, 60 seconds", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_query_that_returns_no_data_shows()
    {
        await using var bench = await OpenAsync();

        var refusal = await bench.RefusedAsync(
            "GetMetricData", Query("a").Expression("quiet", "NOPE(a)").Add("ReturnData", "false").Fields);

        Assert.Equal("Error in expression 'quiet': The function NOPE is not known.", refusal.Message);
    }

    private static async Task<System.Xml.Linq.XElement> Bench(string expression)
    {
        await using var bench = await OpenAsync();
        return await bench.CallAsync("GetMetricData", Query(expression).Fields);
    }

    private static async Task<CloudWatchBench> OpenAsync()
    {
        var bench = await CloudWatchBench.OpenAsync();
        await bench.PutAsync("a", (0, 30), (10, 20), (20, 0), (30, 0));
        await bench.PutAsync("b", (0, 20), (20, 20));
        await bench.PutAsync("c", (10, 1), (30, 4));
        bench.Time.Advance(TimeSpan.FromSeconds(40));
        return bench;
    }

    private static DataQuery Query(string expression)
    {
        var query = new DataQuery(0, 40);
        foreach (var id in (string[])["a", "b", "c", "none"])
        {
            query.Metric(id, id, "Sum").Add("ReturnData", "false");
        }

        return query.Expression("twice", "a * 2").Add("ReturnData", "false").Expression("e", expression);
    }
}

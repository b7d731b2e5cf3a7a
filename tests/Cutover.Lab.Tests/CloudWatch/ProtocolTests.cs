using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace Cutover.Lab.Tests.CloudWatch;

public sealed class ProtocolTests
{
    [Fact]
    public async Task A_wrong_secret_is_refused_with_403()
    {
        await using var bench = await CloudWatchBench.OpenAsync();

        var (status, answer) = await bench.SendAsync("ListMetrics", [], secret: "wrong");

        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), (status, answer.One("Code")));
    }

    [Fact]
    public async Task An_unsigned_call_is_refused_with_403()
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        using var client = new HttpClient();

        using var answer = await client.PostAsync(
            bench.Emulator.Endpoint, new FormUrlEncodedContent([new("Action", "ListMetrics")]), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Forbidden, "MissingAuthenticationToken"), (answer.StatusCode, (await ReadAsync(answer)).One("Code")));
    }

    [Theory]
    [InlineData("application/x-amz-json-1.0", "{}")]
    [InlineData("application/cbor", "")]
    public async Task Other_protocols_are_told_that_this_one_speaks_Query(string contentType, string body)
    {
        await using var bench = await CloudWatchBench.OpenAsync();
        using var client = bench.Client();
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(contentType));

        using var answer = await client.PostAsync(bench.Emulator.Endpoint, content, TestContext.Current.CancellationToken);

        var error = await ReadAsync(answer);
        Assert.Equal((HttpStatusCode.BadRequest, "UnsupportedProtocol"), (answer.StatusCode, error.One("Code")));
        Assert.Contains(contentType, error.One("Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_action_or_version_is_an_InvalidAction()
    {
        await using var bench = await CloudWatchBench.OpenAsync();

        Assert.Equal(
            new Refusal(400, "Sender", "InvalidAction", "Could not find operation GetMetricWidgetImage for version 2010-08-01."),
            await bench.RefusedAsync("GetMetricWidgetImage"));
        Assert.Equal("InvalidAction", (await bench.RefusedAsync("ListMetrics", ("Version", "2009-05-15"))).Code);
        Assert.Equal("MissingAction", (await SendRawAsync(bench, "Version=2010-08-01")).One("Code"));
    }

    [Theory]
    [InlineData("MetricData.member.first.Value=1", "MetricData.member.first is not a member of a list")]
    [InlineData("MetricData.member.0.Value=1", "MetricData.member.0 is not a member of a list")]
    public async Task A_list_needs_numbered_members(string field, string part)
    {
        await using var bench = await CloudWatchBench.OpenAsync();

        var error = await SendRawAsync(bench, $"Action=PutMetricData&Version=2010-08-01&Namespace=n&{field}");

        Assert.Equal("MalformedQueryString", error.One("Code"));
        Assert.Contains(part, error.One("Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_in_the_namespace_of_the_API_with_a_request_id()
    {
        await using var bench = await CloudWatchBench.OpenAsync();

        var answer = await bench.CallAsync("ListMetrics");

        XNamespace xml = "http://monitoring.amazonaws.com/doc/2010-08-01/";
        Assert.Equal(xml + "ListMetricsResponse", answer.Name);
        Assert.NotNull(answer.Element(xml + "ListMetricsResult"));
        Assert.NotEmpty(answer.Element(xml + "ResponseMetadata")!.One("RequestId"));
    }

    private static async Task<XElement> SendRawAsync(CloudWatchBench bench, string body)
    {
        using var client = bench.Client();
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(bench.Emulator.Endpoint, content, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    private static async Task<XElement> ReadAsync(HttpResponseMessage answer) =>
        XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}

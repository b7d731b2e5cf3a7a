using System.Net;
using Cutover.Engine.Api;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Access;

public sealed class LabDoorTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("127.9.9.9")]
    [InlineData("[::1]:5000")]
    public async Task Names_of_this_machine_are_let_in(string host) =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, ApiRoutes.Runs, ("Host", host))).StatusCode);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("10.0.0.1")]
    [InlineData("localhost.evil.example:5000")]
    public async Task A_foreign_name_for_this_machine_is_refused(string host) =>
        await (await AskAsync(HttpMethod.Get, ApiRoutes.Runs, ("Host", host))).ProblemAsync(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:1")]
    public async Task What_a_foreign_page_sends_is_refused(string origin)
    {
        await (await AskAsync(HttpMethod.Post, ApiRoutes.Runs, ("Origin", origin))).ProblemAsync(HttpStatusCode.Forbidden);
        await (await AskAsync(HttpMethod.Post, "/runs/1/acts/RollBack", ("Origin", origin))).ProblemAsync(HttpStatusCode.Forbidden);
        await (await AskAsync(
            HttpMethod.Get,
            "/_blazor",
            ("Origin", origin),
            ("Connection", "Upgrade"),
            ("Upgrade", "websocket"))).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_a_page_of_the_host_sends_is_taken()
    {
        var own = Host.Address.GetLeftPart(UriPartial.Authority);

        var problem = await (await AskAsync(HttpMethod.Post, ApiRoutes.Runs, ("Origin", own))).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Contains("JSON object is missing", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_not_to_do()
    {
        var headers = (await Host.GetAsync("/health/live")).Headers;

        Assert.Contains("frame-ancestors 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(["nosniff", "same-origin"], [.. headers.GetValues("X-Content-Type-Options"), .. headers.GetValues("Referrer-Policy")]);
    }

    [Fact]
    public async Task There_is_no_sign_in_page_in_the_lab() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Host.GetAsync("/sign-in")).StatusCode);

    [Fact]
    public async Task An_address_without_a_page_says_so_to_a_browser()
    {
        var shown = await AskAsync(HttpMethod.Get, "/runs/<b>", ("Accept", "text/html,*/*"));

        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.Contains("Nothing is at <code>/runs/%3Cb%3E</code>", await shown.TextAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return Host.SendAsync(request);
    }
}

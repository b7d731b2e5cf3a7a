using System.Net;
using System.Net.Http.Headers;
using Cutover.Engine.Api;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Access;

public sealed class TokenTests(TokenHost host) : IClassFixture<TokenHost>
{
    private RunningHost Host => host.Host;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer cutover_wrong")]
    [InlineData("Basic abc")]
    public async Task The_api_is_closed_without_a_token(string? authorization)
    {
        var answer = await AskAsync(ApiRoutes.Runs, authorization);

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData(ApiRoutes.Runs, HttpStatusCode.OK)]
    [InlineData(ApiRoutes.Audit, HttpStatusCode.OK)]
    [InlineData("/account", HttpStatusCode.Forbidden)]
    public async Task The_service_token_opens_all_that_needs_no_account(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await AskAsync(path, "Bearer " + TokenHost.Token)).StatusCode);

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/runs/1", HttpStatusCode.Redirect)]
    [InlineData("/accounts", HttpStatusCode.Redirect)]
    [InlineData("/openapi/v1.json", HttpStatusCode.Redirect)]
    [InlineData("/api/v1/nothing", HttpStatusCode.Unauthorized)]
    public async Task A_stranger_sees_health_and_the_sign_in_page_only(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await AskAsync(path, null)).StatusCode);

    [Fact]
    public async Task The_service_token_does_not_open_the_sign_in_page() => Assert.Equal(
        HttpStatusCode.Unauthorized,
        (await Host.Browser().PostAsync("/sign-in", ("name", "operator"), ("password", TokenHost.Token))).StatusCode);

    private Task<HttpResponseMessage> AskAsync(string path, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        return Host.SendAsync(request);
    }
}

using System.Net;
using Cutover.Web.Access;
using Cutover.Web.Tests.Hosts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace Cutover.Web.Tests.Access;

/// <summary>Every endpoint that the host has, as it has them, tried by everyone. A new endpoint is in here by itself.</summary>
public sealed class MatrixTests(PeopleHost people) : IClassFixture<PeopleHost>
{
    private static readonly string[] OpenToStrangers =
        ["/health/live", "/health/ready", "/sign-in", "/sign-in/start", "/invitation"];

    // But for the framework's own, which says of files that are not there that they are not there, to whoever is signed in.
    private IEnumerable<RouteEndpoint> Endpoints => people.Host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(endpoint => endpoint.DisplayName != "Fallback {**path:file}");

    [Fact]
    public void Every_endpoint_states_who_may_use_it() => Assert.All(
        Endpoints,
        endpoint => Assert.True(IsOpen(endpoint) || PolicyOf(endpoint) is not null, $"{endpoint.DisplayName} states no policy"));

    [Fact]
    public void Nothing_is_open_to_strangers_but_health_the_ways_in_and_files_without_a_secret() => Assert.All(
        Endpoints.Where(endpoint => IsOpen(endpoint) && !IsFile(endpoint)),
        endpoint => Assert.True(
            OpenToStrangers.Contains(Path(endpoint)), $"{endpoint.DisplayName} is open"));

    [Theory]
    [InlineData("stranger")]
    [InlineData("viewer")]
    [InlineData("operator")]
    [InlineData("admin")]
    [InlineData("expired")]
    [InlineData("elsewhere")]
    public async Task Everyone_gets_as_far_as_the_policy_says_and_no_further(string person)
    {
        var wrong = new List<string>();
        foreach (var (endpoint, method) in Endpoints.SelectMany(Methods).Where(one => !IsFile(one.Endpoint)))
        {
            using var answer = await people.SendAsync(person, Request(endpoint, method));
            if (Verdict(answer) != Expected(endpoint, person))
            {
                wrong.Add($"{method} {Path(endpoint)}: {(int)answer.StatusCode}, expected {Expected(endpoint, person)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task What_could_change_something_is_taken_from_no_foreign_page_and_no_form_without_its_token()
    {
        var wrong = new List<string>();
        foreach (var (endpoint, method) in Endpoints.SelectMany(Methods).Where(one => one.Method is not ("GET" or "HEAD") && !IsFile(one.Endpoint)))
        {
            var foreign = Request(endpoint, method);
            foreign.Headers.Add("Origin", "https://evil.example");
            using var refused = await people.SendAsync("admin", foreign);
            using var bare = await people.SendAsync("admin", Request(endpoint, method));
            var takesCookie = !Path(endpoint).StartsWith("/api/", StringComparison.Ordinal) && !Path(endpoint).StartsWith("/_blazor", StringComparison.Ordinal);
            if (refused.StatusCode != HttpStatusCode.Forbidden || (takesCookie && bare.StatusCode != HttpStatusCode.BadRequest))
            {
                wrong.Add($"{method} {Path(endpoint)}: foreign {(int)refused.StatusCode}, without a token {(int)bare.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string Expected(RouteEndpoint endpoint, string person)
    {
        var known = person is not ("stranger" or "expired");
        var may = IsOpen(endpoint) || PolicyOf(endpoint) switch
        {
            Policies.Reads or Policies.HasAccount => known,
            Policies.Acts => person is "operator" or "admin" or "elsewhere",
            Policies.ActsOnRun or Policies.ActsOnConversion => person is "operator" or "admin",
            Policies.Administers => person is "admin",
            _ => false,
        };
        return may ? "let in" : known ? "forbidden" : "not signed in";
    }

    private static string Verdict(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => "not signed in",
        HttpStatusCode.Redirect when answer.Headers.Location!.AbsolutePath == "/sign-in" => "not signed in",
        HttpStatusCode.Forbidden => "forbidden",
        _ => "let in",
    };

    private static HttpRequestMessage Request(RouteEndpoint endpoint, string method)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), Path(endpoint));
        request.Content = method is "POST" or "PUT" && !Path(endpoint).StartsWith("/api/", StringComparison.Ordinal)
            ? new FormUrlEncodedContent([])
            : null;
        return request;
    }

    private static IEnumerable<(RouteEndpoint Endpoint, string Method)> Methods(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"])
            .Select(method => (endpoint, method));

    private static string? PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
        .Select(data => data.Policy).OfType<string>().SingleOrDefault(Policies.All.Contains);

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Path(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "act" } => "RollBack",
            RoutePatternParameterPart { Name: "edge" } => "envoy",
            // Nobody: an admin must not take their own role away.
            RoutePatternParameterPart { Name: "account" } => "4711",
            RoutePatternParameterPart { IsCatchAll: true } => "anything",
            _ => "1",
        }))));
}

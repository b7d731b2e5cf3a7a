using System.Text.Json;
using Cutover.Tests.Fixtures;
using Cutover.Web.Tests.Hosts;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;

namespace Cutover.Web.Tests.Api;

public sealed class DocumentTests(TokenHost host) : IClassFixture<TokenHost>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task The_document_in_the_repository_is_current()
    {
        using var document = await ReadAsync();
        RepositoryFiles.AssertHolds("web/openapi.json", JsonSerializer.Serialize(document.RootElement, Indented) + "\n");
    }

    [Fact]
    public void Every_endpoint_has_a_name_a_summary_and_typed_answers() => Assert.All(Described(), description =>
    {
        var metadata = description.ActionDescriptor.EndpointMetadata;
        Assert.NotEmpty(metadata.OfType<IEndpointNameMetadata>());
        Assert.NotEmpty(metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>());
        Assert.Contains(description.SupportedResponseTypes, answer => answer.StatusCode is >= 200 and < 300);
        Assert.All(description.SupportedResponseTypes, answer => Assert.True(answer.Type is { } type && type != typeof(void)));
    });

    [Fact]
    public void Every_route_of_the_api_is_in_the_document()
    {
        var routes = host.Host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).ToList();

        Assert.Equal(routes.Count, Described().Count(description => description.RelativePath!.StartsWith("api/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_failure_is_problem_details_and_everything_but_health_asks_for_a_token()
    {
        using var document = await ReadAsync();

        Assert.Equal("3.1", document.RootElement.GetProperty("openapi").GetString()![..3]);
        Assert.Equal("bearer", document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("Bearer")
            .GetProperty("scheme").GetString());
        foreach (var (path, operation) in Operations(document))
        {
            var isHealth = path.StartsWith("/health", StringComparison.Ordinal);
            Assert.Equal(isHealth, operation.TryGetProperty("security", out _));
            Assert.All(
                operation.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] is '4' or '5' && !isHealth),
                answer => Assert.Equal(
                    "application/problem+json", Assert.Single(answer.Value.GetProperty("content").EnumerateObject()).Name));
        }
    }

    private static IEnumerable<(string Path, JsonElement Operation)> Operations(JsonDocument document) =>
        document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value)));

    private IEnumerable<ApiDescription> Described() => host.Host.App.Services
        .GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(group => group.Items);

    private async Task<JsonDocument> ReadAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.Authorization = new("Bearer", TokenHost.Token);
        return JsonDocument.Parse(await (await host.Host.SendAsync(request)).TextAsync());
    }
}

using System.Collections.Immutable;
using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.EndToEnd.Tests.Accessibility;

/// <summary>What the host answers with pages, by its own routes.</summary>
internal static class HostRoutes
{
    private static readonly string[] NoPages = ["api/", "health/", "openapi/", "metrics", "_blazor", "_framework", "{**"];

    /// <summary>Every route of a page that can be gone to, in a host in which people sign in.</summary>
    public static ImmutableSortedSet<string> All()
    {
        var folder = Directory.CreateTempSubdirectory("cutover-routes-");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = "Cutover.Web", ContentRootPath = AppContext.BaseDirectory, Args = [$"--Cutover:Database={folder.FullName}/cutover.db"],
            });
            builder.AddCutover(CutoverOptions.Bind(builder.Configuration), new LabHosting(null, NullLoggerFactory.Instance));
            using var app = builder.Build();
            app.UseCutover();
            return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(IsPage).Select(Pattern)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is not false
        && !NoPages.Any(Pattern(endpoint)[1..].StartsWith)
        && !Pattern(endpoint).EndsWith("/file", StringComparison.Ordinal);

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}

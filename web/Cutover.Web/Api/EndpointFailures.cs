using Cutover.Engine.Api;

namespace Cutover.Web.Api;

internal static class EndpointFailures
{
    /// <summary>Puts the problems that an endpoint answers with into the OpenAPI document.</summary>
    public static RouteHandlerBuilder MayFail(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ApiProblem>(status, Problem.ContentType);
        }

        return endpoint;
    }
}

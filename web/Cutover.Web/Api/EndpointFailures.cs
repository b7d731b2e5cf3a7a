using Cutover.Engine.Api;
using Cutover.Web.Api.Document;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cutover.Web.Api;

/// <summary>What endpoints say about themselves, for the OpenAPI document.</summary>
internal static class EndpointFailures
{
    /// <summary>The problems that an endpoint answers with.</summary>
    public static RouteHandlerBuilder MayFail(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ApiProblem>(status, Problem.ContentType);
        }

        return endpoint;
    }

    /// <summary>Requests may have a key, and are then done once.</summary>
    public static RouteHandlerBuilder TakesKey(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter<RouteHandlerBuilder, Idempotency>().WithMetadata(new TakesKey()).MayFail(400, 409, 422);

    /// <summary>What every endpoint of a group may answer: nobody is known, or allowed; the host stops, or has a bug; the body is not taken.</summary>
    public static void MayAllFail(this RouteGroupBuilder group) => ((IEndpointConventionBuilder)group).Finally(endpoint =>
    {
        int[] statuses = endpoint.Metadata.OfType<IAcceptsMetadata>().Any() ? [401, 403, 413, 415, 500, 503] : [401, 403, 500, 503];
        foreach (var status in statuses)
        {
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ApiProblem), [Problem.ContentType]));
        }
    });
}

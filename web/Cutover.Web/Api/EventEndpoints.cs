using Cutover.Engine.Storage;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>Server-Sent Events: "moved" with a RunMoved, and a "heartbeat" by which a dead connection is noticed.</summary>
internal static class EventEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(
            "/events",
            (RunStream stream, CancellationToken cancellation) => TypedResults.ServerSentEvents(stream.FollowAsync(null, cancellation)))
            .RequireAuthorization(Policies.Reads).WithSummary("Follows all runs: every open run at once, then each as it moves.");
        api.MapGet("/runs/{id:long}/events", FollowAsync).RequireAuthorization(Policies.Reads)
            .WithSummary("Follows a run: its latest decision at once, then each as it is made.")
            .Produces<string>(200, "text/event-stream").MayFail(404);
    }

    private static async Task<IResult> FollowAsync(long id, RunStream stream, RunJournal journal, CancellationToken cancellation) =>
        await journal.ExistsAsync(id, cancellation)
            ? TypedResults.ServerSentEvents(stream.FollowAsync(id, cancellation))
            : Problem.NoSuchRun(id);
}

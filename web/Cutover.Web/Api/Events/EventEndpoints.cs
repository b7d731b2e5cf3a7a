using Cutover.Engine.Storage;
using Cutover.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Cutover.Web.Api.Events;

/// <summary>Server-Sent Events: "decision" with a RunEventView, each with an id to resume from; a comment in every silence.</summary>
internal static class EventEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/events", FollowAll).RequireAuthorization(Policies.Reads).WithName("followRuns").WithTags("Events")
            .WithSummary("Follows all runs: the latest decision of every open run at once, then each as it is made; with Last-Event-ID "
                + "everything since.")
            .Produces<string>(200, EventStream.ContentType).MayFail(400);
        api.MapGet("/runs/{id:long}/events", FollowAsync).RequireAuthorization(Policies.Reads).WithName("followRun").WithTags("Events")
            .WithSummary("Follows a run: its latest decision at once, then each as it is made; with Last-Event-ID everything since.")
            .Produces<string>(200, EventStream.ContentType).MayFail(400, 404);
    }

    private static IResult FollowAll(
        RunStream stream, TimeProvider time, CancellationToken cancellation, [FromHeader(Name = LastEventId)] string? last = null) =>
        Follow(null, last, stream, time, cancellation);

    private static async Task<IResult> FollowAsync(
        long id,
        RunStream stream,
        RunJournal journal,
        TimeProvider time,
        CancellationToken cancellation,
        [FromHeader(Name = LastEventId)] string? last = null) =>
        await journal.ExistsAsync(id, cancellation) ? Follow(id, last, stream, time, cancellation) : Problem.NoSuchRun(id);

    private static IResult Follow(long? only, string? last, RunStream stream, TimeProvider time, CancellationToken cancellation)
    {
        var was = string.IsNullOrEmpty(last) ? null : StreamPosition.Parse(last, only);
        return was is null && !string.IsNullOrEmpty(last)
            ? Problem.Answer(new("Cannot be resumed", 400, $"{LastEventId}: \"{last}\" is no id of this stream; leave it out to begin anew."))
            : new EventStream(stream.FollowAsync(only, was, cancellation), time);
    }
}

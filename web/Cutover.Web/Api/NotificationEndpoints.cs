using System.Collections.Immutable;
using Cutover.Core.Accounts;
using Cutover.Engine.Api;
using Cutover.Engine.Notifications;
using Cutover.Engine.Views;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>The channels that tell people of runs, and what could not be told.</summary>
internal static class NotificationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/notifications/channels", (NotificationDesk desk, CancellationToken cancellation) => desk.ChannelsAsync(cancellation))
            .RequireAuthorization(Policies.Reads).WithName("listChannels").WithTags("Notifications")
            .WithSummary("The channels of this host: what they are told, when they last took a message, and what waits.");
        api.MapPost("/notifications/channels/{channel}/test", TestAsync)
            .RequireAuthorization(Policies.Administers).WithName("testChannel").WithTags("Notifications")
            .WithSummary("Puts a test message into a channel's queue.")
            .Produces<ActDoneView>().MayFail(404);
        api.MapGet("/notifications/dead-letters", ListAsync)
            .RequireAuthorization(Policies.Reads).WithName("listDeadLetters").WithTags("Notifications")
            .WithSummary("Messages that are not tried any more, the newest first. before: only smaller numbers; take: 1 to 200.")
            .Produces<ImmutableArray<DeadLetterView>>().MayFail(400);
        api.MapPost("/notifications/dead-letters/{letter:long}/send-again", SendAgainAsync)
            .RequireAuthorization(Policies.Acts).WithName("sendDeadLetterAgain").WithTags("Notifications")
            .WithSummary("Sends a dead letter again, with the same message id.")
            .Produces<ActDoneView>().MayFail(404);
        api.MapDelete("/notifications/dead-letters/{letter:long}", DropAsync)
            .RequireAuthorization(Policies.Acts).WithName("dropDeadLetter").WithTags("Notifications")
            .WithSummary("Drops a dead letter.")
            .Produces<ActDoneView>().MayFail(404);
    }

    /// <summary>True for whoever acts on the letter's playbook; a test's letter is for whoever acts on all.</summary>
    public static bool MayHandle(Grants grants, DeadLetterView letter) =>
        (letter.Playbook is null ? grants.Everywhere : grants.For(letter.Playbook)) >= Role.Operator;

    private static async Task<IResult> ListAsync(
        NotificationDesk desk, CancellationToken cancellation, long? before = null, int take = 50) =>
        Bounds.Problem("take", take, 1, NotificationDesk.LongestPage) ?? TypedResults.Ok(await desk.DeadLettersAsync(before, take, cancellation));

    private static async Task<IResult> TestAsync(string channel, NotificationDesk desk, HttpContext context) =>
        await desk.TestAsync(channel, Operator.OriginOf(context), CancellationToken.None)
            ? TypedResults.Ok(new ActDoneView("The test message is on its way."))
            : Problem.Answer(new("No such channel", 404, $"This host has no channel \"{channel}\"."));

    private static async Task<IResult> SendAgainAsync(long letter, NotificationDesk desk, HttpContext context) =>
        await NotAllowedAsync(letter, desk, context)
        ?? (await desk.SendAgainAsync(letter, Operator.OriginOf(context), CancellationToken.None)
            ? TypedResults.Ok(new ActDoneView("The message is on its way again."))
            : NoLetter(letter));

    private static async Task<IResult> DropAsync(long letter, NotificationDesk desk, HttpContext context) =>
        await NotAllowedAsync(letter, desk, context)
        ?? (await desk.DropAsync(letter, Operator.OriginOf(context), CancellationToken.None)
            ? TypedResults.Ok(new ActDoneView("The message was dropped."))
            : NoLetter(letter));

    private static async Task<IResult?> NotAllowedAsync(long id, NotificationDesk desk, HttpContext context)
    {
        var grants = PersonClaims.GrantsOf(context.User);
        return await desk.FindDeadAsync(id, context.RequestAborted) is { } letter && !MayHandle(grants, letter)
            ? Problem.Answer(new("Not allowed", 403, Forbidden.Words(grants, Role.Operator, letter.Playbook)))
            : null;
    }

    private static IResult NoLetter(long id) => Problem.Answer(new(
        "No such dead letter", 404, FormattableString.Invariant($"There is no dead letter {id}, or its channel is gone.")));
}

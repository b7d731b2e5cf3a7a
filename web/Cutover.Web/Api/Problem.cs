using System.Text.Json;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Web.Access;

namespace Cutover.Web.Api;

/// <summary>Answers that are Problem Details.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    public static IResult Answer(ApiProblem problem) =>
        TypedResults.Json(problem, (JsonSerializerOptions?)null, ContentType, problem.Status);

    public static Task WriteAsync(HttpContext context, ApiProblem problem) => Answer(problem).ExecuteAsync(context);

    public static IResult NoSuchRun(long id) => Answer(new("No such run", 404, FormattableString.Invariant($"There is no run {id}.")));

    /// <summary>Why this person may not start this playbook, or convert its records; null when they may.</summary>
    public static async Task<IResult?> NotAllowedAsync(
        PlaybookRights rights, HttpContext context, string? playbook, CancellationToken cancellation) =>
        await rights.RefusalAsync(PersonClaims.GrantsOf(context.User), playbook ?? string.Empty, cancellation) is { } why
            ? Answer(new("Not allowed", 403, why))
            : null;

    /// <summary>Why there is no plan.</summary>
    public static ApiProblem Of(PlanOutcome outcome) => outcome switch
    {
        PlaybookUnreadable { Problems: var problems } =>
            new("The playbook is not valid", 422, "See problems: each says where, what, and what to write instead.", Problems: problems),
        PlanNotPossible { Refusals: var refusals } => new(
            "The zone does not allow this playbook",
            422,
            "See refusals: each says what stands in the way, and what to do about it.",
            Refusals: refusals),
        ZoneUnreadable { Why: var why } => new("Route 53 could not be read", 502, why),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}

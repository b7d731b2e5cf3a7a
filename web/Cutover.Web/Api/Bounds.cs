using Cutover.Engine.Api;
using Cutover.Engine.Comments;

namespace Cutover.Web.Api;

/// <summary>Refuses what is out of range, and says what the range is.</summary>
internal static class Bounds
{
    /// <returns>The problem; null when there is none.</returns>
    public static IResult? Problem(string name, int value, int least, int most)
    {
        if (value >= least && value <= most)
        {
            return null;
        }

        var range = most == int.MaxValue ? $"at least {least}" : $"{least} to {most}";
        return Api.Problem.Answer(new(
            "Out of range", 400, FormattableString.Invariant($"{name}: {value} is out of range; write {range}.")));
    }

    /// <inheritdoc cref="Problem"/>
    public static IResult? ReasonProblem(string? reason, string name = "reason") => reason is { Length: > Reasons.Longest }
        ? Api.Problem.Answer(new("Out of range", 400, $"{name}: {reason.Length} characters are too many; write at most {Reasons.Longest}."))
        : null;

    /// <summary>What is wrong with a comment, in words; null when nothing is.</summary>
    public static string? CommentProblem(string? text) => RunComments.Clean(text) switch
    {
        null => "there is nothing in it; write what others should know.",
        { Length: > RunComments.Longest and var length } =>
            FormattableString.Invariant($"{length} characters are too many; write at most {RunComments.Longest}."),
        _ => null,
    };

    /// <summary>What is wrong with the reason of an act; null when nothing is.</summary>
    public static IResult? ReasonProblem(ActRequest request) =>
        Reasons.AreNeededFor(request.Act) && Reasons.Clean(request.Reason) is null
            ? Api.Problem.Answer(new("A reason is missing", 400, $"reason: say why; {request.Act} is not done without."))
            : ReasonProblem(request.Reason);
}

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
    public static IResult? ReasonProblem(string? reason) => reason is { Length: > Reasons.Longest }
        ? Api.Problem.Answer(new("Out of range", 400, $"reason: {reason.Length} characters are too many; write at most {Reasons.Longest}."))
        : null;
}

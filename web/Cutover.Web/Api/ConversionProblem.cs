using Cutover.Engine.Api;
using Cutover.Engine.Conversions;
using Cutover.Engine.Runs;

namespace Cutover.Web.Api;

/// <summary>Why records were not converted, as Problem Details.</summary>
internal static class ConversionProblem
{
    public static ApiProblem Of(ConversionResult result) => result switch
    {
        ConversionPlaybookUnreadable { Problems: var problems } => Problem.Of(new PlaybookUnreadable(problems)),
        ConversionZoneUnreadable { Why: var why } => Problem.Of(new ZoneUnreadable(why)),
        ConversionNotPossible { Refusals: var refusals } => new(
            "The zone does not allow this",
            422,
            "Nothing was written. See refusals: each says what stands in the way, and what to do about it.",
            Refusals: refusals),
        ConversionOutdated { Now: var now } => new(
            "The zone has changed since this was shown",
            409,
            $"Nothing was written. Look at it again: the checksum is {now.Checksum()} now."),
        ConversionDrifted { Differences: var differences } => new(
            "The zone has changed since the conversion",
            409,
            "Nothing was written. See refusals: each says what is there now.",
            Refusals: differences),
        ConversionNotUndoable { Why: var why } => new("There is nothing to undo", 409, why),
        ConversionNotWritten { Raced: true, Why: var why } => new("Someone else was first", 409, why),
        ConversionNotWritten { Id: var id, Why: var why } =>
            new("Route 53 did not take it", 502, FormattableString.Invariant($"Conversion {id}: {why}.")),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}

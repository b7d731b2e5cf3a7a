using Cutover.Cli.Problems;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Cli.Emergency;

/// <summary>How far the rollback of one zone has got.</summary>
/// <param name="Zone">As it was asked for: a name or an id.</param>
/// <param name="Found">Null when the zone could not be read.</param>
/// <param name="Change">The change that Route 53 accepted; null before.</param>
/// <param name="Problem">Why the zone was not written.</param>
/// <param name="Trouble">Why it is not certain that a written change is in force.</param>
internal sealed record ZoneOutcome(
    string Zone,
    ZoneFound? Found = null,
    ZoneChange? Change = null,
    AnswerCheck? Answers = null,
    CommandProblem? Problem = null,
    string? Trouble = null)
{
    public bool IsWritable => Found is { Rollback.Changes.IsEmpty: false };
}

using System.Collections.Immutable;
using Cutover.Core.Plans;

namespace Cutover.Core.Gates;

/// <summary>What a look at the sources of gates, before a start, came to.</summary>
/// <param name="Refusals">What keeps a run from starting.</param>
/// <param name="Warnings">What a person should know before a start.</param>
public sealed record PreflightFindings(ImmutableArray<Refusal> Refusals, ImmutableArray<PlanWarning> Warnings)
{
    public static PreflightFindings None { get; } = new([], []);

    public static PreflightFindings Of(Refusal refusal) => new([refusal], []);

    public static PreflightFindings Of(params ImmutableArray<PlanWarning> warnings) => new([], warnings);

    /// <summary>All of them, each once.</summary>
    public static PreflightFindings Of(IEnumerable<PreflightFindings> several)
    {
        var all = several.ToList();
        return new([.. all.SelectMany(some => some.Refusals).Distinct()], [.. all.SelectMany(some => some.Warnings).Distinct()]);
    }
}

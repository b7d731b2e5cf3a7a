using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The "noData" mapping: two times, each optional.</summary>
internal static class NoDataFormat
{
    public static Key<TimeSpan> HoldAfter { get; } = new(
        "holdAfter",
        Scalars.Duration,
        "Time since a gate's last pass after which the run holds for a person. At least the longest window + freshness of the "
            + "gates, or a healthy run would hold while it waits for its first data.")
    { DefaultRule = PlaybookDefaults.HoldAfterRule };

    public static Key<TimeSpan> RollBackAfter { get; } = new(
        "rollBackAfter",
        Scalars.Duration,
        "Time since a gate's last pass after which the run rolls back; longer than holdAfter.")
    { DefaultRule = PlaybookDefaults.RollBackAfterRule };

    public static MappingFormat<Section> Format { get; } = new("noData", [HoldAfter, RollBackAfter], Check);

    /// <summary>The policy, with defaults that fit the gates.</summary>
    /// <param name="noData">The mapping; null when the playbook has none.</param>
    /// <param name="slowest">The gate that can take longest to pass for the first time; null when gates could not be read.</param>
    /// <param name="probes">How often a stack is probed; null where the playbook does not say.</param>
    public static NoDataPolicy Resolve(Section? noData, Gate? slowest, Probing? probes)
    {
        var least = slowest is null ? TimeSpan.Zero : FirstPass.Of(slowest, probes ?? Probing.Default);
        var hold = noData?.Peek(HoldAfter);
        var holdAfter = hold?.Value ?? PlaybookDefaults.HoldAfter(least);
        var rollBack = noData?.Peek(RollBackAfter);
        if (hold is not null && holdAfter < least)
        {
            noData!.Refuse(
                hold.Place,
                $"a healthy run would hold: gate {slowest!.Name} may need {DurationNotation.Write(least - slowest.Freshness)} ({(least > slowest.Window + slowest.Freshness ? "until enough is seen" : "window")}) + "
                    + $"{DurationNotation.Write(slowest.Freshness)} (freshness) to pass for the first time",
                hold.Place.With(DurationNotation.Write(least)));
        }

        if (rollBack is not null && rollBack.Value <= holdAfter)
        {
            noData!.Refuse(
                rollBack.Place,
                $"rollBackAfter must be longer than holdAfter ({DurationNotation.Write(holdAfter)}), or nobody is asked before "
                    + "the run rolls back",
                rollBack.Place.With(DurationNotation.Write(3 * holdAfter)));
        }

        return new NoDataPolicy(holdAfter, rollBack?.Value ?? PlaybookDefaults.RollBackAfter(holdAfter));
    }

    private static Section Check(Section section)
    {
        section.Read(HoldAfter);
        section.Read(RollBackAfter);
        return section;
    }
}

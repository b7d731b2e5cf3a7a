using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The "burn" mapping of a gate.</summary>
internal static class BurnFormat
{
    public static Key<Share> Slo { get; } = new(
        "slo",
        BurnScalars.Slo,
        "The share of events that must be good: 95 % to 99.9999 %.")
    { IsRequired = true };

    public static Key<TimeSpan> Over { get; } = new(
        "over",
        BurnScalars.Period,
        "The period that the SLO's error budget is for: 1d to 90d.")
    { Default = "30d" };

    public static Key<Share> Budget { get; } = new(
        "budget",
        BurnScalars.Budget,
        "The share of the period's error budget that one run may spend on the target, above 0 %.")
    { DefaultRule = "no cap" };

    public static MappingFormat<BurnObjective> Format { get; } = new("burn", [Slo, Over, Budget], Build);

    private static BurnObjective? Build(Section section)
    {
        var (slo, over, budget) = (section.Read(Slo), section.Read(Over), section.Read(Budget));
        var isGood = (slo is not null && IsPossible(section, slo)) & budget is not { Value.Percent: 0 };
        if (budget is { Value.Percent: 0 })
        {
            section.Refuse(budget.Place, "no run is without a single failure, so it could not spend nothing", budget.Place.With("2 %"));
        }

        return !isGood || over is null || (section.Has(Budget) && budget is null)
            ? null
            : new BurnObjective(slo!.Value.Percent, over.Value, budget?.Value.Percent);
    }

    private static bool IsPossible(Section section, Located<Share> slo)
    {
        var percent = slo.Value.Percent;
        if (percent < BurnObjective.LeastSlo)
        {
            section.Refuse(
                slo.Place,
                $"at {BurnObjective.Percent(percent)} even a dead stack burns no faster than {Fastest(percent)}, too near to the "
                    + $"{ObjectiveUnit.Burn.Format(BurnWindows.Fast.Factor)} that fail the gate",
                $"slo: {BurnObjective.Percent(BurnObjective.LeastSlo)} or more, or an objective instead of the burn");
        }
        else if (percent > BurnObjective.MostSlo)
        {
            section.Refuse(
                slo.Place, "at 100 % there is no error budget to burn", slo.Place.With(BurnObjective.Percent(99.9m)));
        }

        return percent is >= BurnObjective.LeastSlo and <= BurnObjective.MostSlo;
    }

    private static string Fastest(decimal percent) => ObjectiveUnit.Burn.Format((double)(100 / (100 - percent)));
}

using Cutover.Core.Plans;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Looks;

/// <summary>What a step is, and where its times come from, as the dashboard writes it.</summary>
public static class StepWords
{
    /// <summary>The share that is asked for, or what goes before or after the moves.</summary>
    public static string Title(StepView step) => step.Kind switch
    {
        StepKind.LowerTtl => "Lower TTL",
        StepKind.HandBack => "Hand back",
        _ => step.Share,
    };

    /// <summary>A change of TTL, for example "TTL 1m to 10s"; null where it stays.</summary>
    public static string? Ttl(StepChangeView change) => change.TtlBefore == change.TtlAfter
        ? null
        : $"TTL {Seconds(change.TtlBefore)} to {Seconds(change.TtlAfter)}";

    /// <summary>Whether a time was measured, is assumed, or stands in the zone.</summary>
    public static string Basis(PlanTimeView time) => time.Basis switch
    {
        TimeBasis.Measured => FormattableString.Invariant($"measured, n = {time.Changes}"),
        TimeBasis.Zone => "zone",
        _ => "assumed",
    };

    private static string Seconds(long? seconds) => seconds is { } known ? Words.Seconds(known) : "alias";
}

namespace Cutover.Core.StackStatistics;

/// <summary>What a proxy has counted since its process began, or what was counted over some time.</summary>
/// <param name="NewConnections">Connections (Envoy) or sessions (HAProxy) that arrived, whatever became of them.</param>
/// <param name="UpgradesBegun">Upgrades that were tried; where a proxy does not count them (HAProxy), the same as its new sessions.</param>
/// <param name="Upgrades">Upgrades that the backend answered with 101.</param>
/// <param name="ConnectionErrors">Failures to reach a backend or to get an answer from it.</param>
/// <param name="Responses5xx">Answers with a status of 500 to 599, the proxy's own included.</param>
public sealed record StackCounters(long NewConnections, long UpgradesBegun, long Upgrades, long ConnectionErrors, long Responses5xx)
{
    public static StackCounters Zero { get; } = new(0, 0, 0, 0, 0);

    /// <summary>True when any counter is below what it was, which a counter only is when it began anew.</summary>
    public bool HasFallenSince(StackCounters earlier) =>
        NewConnections < earlier.NewConnections
        || UpgradesBegun < earlier.UpgradesBegun
        || Upgrades < earlier.Upgrades
        || ConnectionErrors < earlier.ConnectionErrors
        || Responses5xx < earlier.Responses5xx;

    public StackCounters Plus(StackCounters other) => new(
        NewConnections + other.NewConnections,
        UpgradesBegun + other.UpgradesBegun,
        Upgrades + other.Upgrades,
        ConnectionErrors + other.ConnectionErrors,
        Responses5xx + other.Responses5xx);

    public StackCounters Minus(StackCounters other) => new(
        NewConnections - other.NewConnections,
        UpgradesBegun - other.UpgradesBegun,
        Upgrades - other.Upgrades,
        ConnectionErrors - other.ConnectionErrors,
        Responses5xx - other.Responses5xx);
}

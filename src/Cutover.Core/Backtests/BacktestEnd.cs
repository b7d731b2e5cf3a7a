namespace Cutover.Core.Backtests;

/// <summary>How a run over that time would have come out of its guard.</summary>
public enum BacktestEnd
{
    /// <summary>No gate would have stopped it.</summary>
    Passed,

    /// <summary>It would have held for a person, and nothing would have rolled it back.</summary>
    Held,

    RolledBack,

    /// <summary>No gate could be judged.</summary>
    NotJudged,
}

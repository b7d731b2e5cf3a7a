namespace Cutover.Core.Runs;

/// <summary>Why a run does not advance.</summary>
public enum HoldReason
{
    /// <summary>A person paused it.</summary>
    Operator,

    /// <summary>The zone does not hold what was last applied.</summary>
    Drifted,

    /// <summary>A gate fails on both stacks: going back would not help.</summary>
    BothStacksFail,

    /// <summary>A gate has gone without a pass for too long.</summary>
    NoData,

    /// <summary>Route 53 does not take the step's weights.</summary>
    ChangeRefused,

    /// <summary>A change has been PENDING for too long.</summary>
    SyncOverdue,

    /// <summary>The name servers' answers differ from the weights.</summary>
    AnswersDiffer,

    /// <summary>Nobody has seen the name servers' answers for too long.</summary>
    AnswersUnseen,

    /// <summary>Before the first write something is wrong, or is not proven in time.</summary>
    Preflight,

    /// <summary>The step waits for a share of the open connections that nobody has been able to tell for too long.</summary>
    ConnectionsUnseen,
}

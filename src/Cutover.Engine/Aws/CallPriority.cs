namespace Cutover.Engine.Aws;

/// <summary>How a call queues and retries.</summary>
public enum CallPriority
{
    Normal,

    /// <summary>For rollbacks: goes before every normal call, retries sooner and more often.</summary>
    Urgent,
}

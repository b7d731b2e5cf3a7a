namespace Cutover.Core.Runs;

/// <summary>What a run is doing.</summary>
public enum RunPhase
{
    /// <summary>Nothing is written until every gate has passed on both stacks.</summary>
    Preflight,

    /// <summary>The weights of a step have been asked for; Route 53 has not accepted them yet.</summary>
    Applying,

    /// <summary>Route 53 accepted the change and is spreading it to its name servers (PENDING).</summary>
    Syncing,

    /// <summary>INSYNC; resolvers may still hold the old answer for the TTL.</summary>
    Settling,

    /// <summary>The weight is held under the gates.</summary>
    Baking,

    /// <summary>The next step waits for a person.</summary>
    AwaitingApproval,

    /// <summary>
    /// Not every zone took the step's weights: those that did are given back what they held before the step, until INSYNC.
    /// </summary>
    PuttingBack,

    /// <summary>The initial weights have been asked for.</summary>
    RollbackApplying,

    /// <summary>The initial weights are accepted and PENDING.</summary>
    RollbackSyncing,

    /// <summary>The initial weights are INSYNC; the zone is being read to see that they are what it holds.</summary>
    RollbackVerifying,

    /// <summary>Verified; resolvers may still hold the target's answer for the TTL.</summary>
    RollbackSettling,

    /// <summary>The last step passed its gates.</summary>
    Completed,

    /// <summary>The initial weights are in force again.</summary>
    RolledBack,

    /// <summary>A person ended the run; the weights stay as they are.</summary>
    Abandoned,
}

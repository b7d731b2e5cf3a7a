namespace Cutover.Core.Runs;

/// <summary>Why a change was not made.</summary>
public enum ChangeFailure
{
    /// <summary>It may succeed when it is tried again: throttling, an unreachable service.</summary>
    Passing,

    /// <summary>It will not succeed as it is: access denied, an invalid batch.</summary>
    Lasting,

    /// <summary>The zone holds something that this run did not write.</summary>
    Conflict,
}

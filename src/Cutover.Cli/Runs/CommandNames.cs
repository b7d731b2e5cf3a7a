using Cutover.Core.Runs;

namespace Cutover.Cli.Runs;

/// <summary>The commands that a person is told to type.</summary>
internal static class CommandNames
{
    public const string AcceptDrift = "accept-drift";

    public const string Restore = "restore";

    public const string RollBack = "rollback";

    public const string Abandon = "abandon";

    /// <summary>The command of an act that answers someone else's change; null for any other act.</summary>
    public static string? OfDrift(OperatorAct act) => act switch
    {
        OperatorAct.Adopt => AcceptDrift,
        OperatorAct.Restore => Restore,
        OperatorAct.RollBack => RollBack,
        OperatorAct.Abandon => Abandon,
        _ => null,
    };
}

using System.Collections.Immutable;

namespace Cutover.Cli;

/// <summary>What the command's exit code says. The codes are part of the interface: scripts rely on them.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int PlaybookInvalid = 3;
    public const int PlanRefused = 4;
    public const int ActRefused = 5;
    public const int HostUnreachable = 6;
    public const int NoSuchRun = 7;
    public const int RolledBack = 8;
    public const int Abandoned = 9;
    public const int NotAllowed = 10;
    public const int ZoneUnreadable = 11;
    public const int PlanChanged = 12;
    public const int WouldRollBack = 13;
    public const int WouldHold = 14;
    public const int NotJudged = 15;
    public const int AuditBroken = 16;
    public const int AuditCutShort = 17;
    public const int PartlyRolledBack = 20;
    public const int NotInForce = 21;

    /// <summary>128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Every code with its meaning, as the help prints it.</summary>
    public static ImmutableArray<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "done; a watched run ended Completed (or RolledBack, when \"rollback --watch\" asked for it)"),
        (Unexpected, "an unexpected error, or an answer that this version does not understand"),
        (Usage, "the command line is wrong, or a file cannot be read"),
        (PlaybookInvalid, "the playbook is invalid"),
        (PlanRefused, "the zone, as it is, does not allow the plan or the conversion"),
        (ActRefused, "the run refused what was asked; the zone has changed since a batch was shown or written; or somebody saved the playbook since"),
        (HostUnreachable, "the host cannot be reached"),
        (NoSuchRun, "no such run, conversion or playbook; or, without an id, none is open or several are"),
        (RolledBack, "the watched run was rolled back"),
        (Abandoned, "the watched run was abandoned"),
        (NotAllowed, "not allowed (no token or AWS credentials, or ones that may not do this)"),
        (ZoneUnreadable, "Route 53 cannot be read or written"),
        (PlanChanged, "the plan is no longer the one that --plan names; nothing was started"),
        (WouldRollBack, "the backtest: a run would have been rolled back"),
        (WouldHold, "the backtest: a run would have held for a person, and not been rolled back"),
        (NotJudged, "the backtest: no gate could be judged"),
        (AuditBroken, "the audit: a row was changed, taken away or put in; it is named"),
        (AuditCutShort, "the audit: the newest rows were taken away, or no row has the hash of --head"),
        (PartlyRolledBack, "\"rollback --break-glass\" rolled back some records and not others"),
        (NotInForce, "\"rollback --break-glass\" was accepted, and is not seen in force everywhere"),
        (Interrupted, "stopped from the keyboard; the run goes on"),
    ];
}

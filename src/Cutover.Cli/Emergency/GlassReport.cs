using System.Collections.Immutable;
using Cutover.Cli.Problems;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Cli.Emergency;

/// <summary>The JSON output of "rollback --break-glass".</summary>
internal sealed record GlassReport(int ExitCode, string Who, DateTimeOffset At, ImmutableArray<ZoneReport> Zones);

/// <param name="Zone">As it was asked for.</param>
/// <param name="ChangeId">Null when nothing was written.</param>
/// <param name="Status">PENDING or INSYNC when the command ended; null when nothing was written.</param>
/// <param name="StaleSeconds">How long after INSYNC resolvers may hold the old answer.</param>
internal sealed record ZoneReport(
    string Zone,
    string? ZoneId,
    ImmutableArray<PairReport> Records,
    ImmutableArray<RecordSetChange> Changes,
    ImmutableArray<Refusal> Refusals,
    ImmutableArray<string> Warnings,
    string? ChangeId,
    string? Status,
    long StaleSeconds,
    AnswerCheck? Answers,
    string? Trouble,
    CommandProblem? Problem);

/// <param name="Run">The run whose initial weights these are; null when no mark remembers any.</param>
internal sealed record PairReport(string Record, string? Run, long StaleSeconds, ImmutableArray<SetReport> RecordSets);

/// <param name="Role">"source", "target" or "other".</param>
/// <param name="ShareBefore">0 to 1.</param>
internal sealed record SetReport(string SetIdentifier, string Role, int Before, int After, double ShareBefore, double ShareAfter);

using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Auditing;

namespace Cutover.Cli.Auditing;

/// <summary>Reads the whole audit and computes its chain.</summary>
internal static class AuditCheck
{
    /// <param name="expected">A head that was printed earlier; null without one.</param>
    public static async Task<Answer<AuditResult>> RunAsync(AuditSource source, string? expected, CancellationToken cancellation)
    {
        // Asked first: rows that are added meanwhile are more than it says, and never less.
        var ever = await source.EverAsync(cancellation);
        if (!ever.TryGet(out var rows, out var unread))
        {
            return unread;
        }

        var walked = await WalkAsync(source, expected, cancellation);
        return walked.TryGet(out var chain, out var problem) ? Ended(chain, rows, expected) : problem;
    }

    private static async Task<Answer<AuditChain>> WalkAsync(AuditSource source, string? expected, CancellationToken cancellation)
    {
        var chain = AuditChain.Empty;
        while (true)
        {
            var answer = await source.AfterAsync(chain.Rows, cancellation);
            if (!answer.TryGet(out var page, out var problem))
            {
                return problem;
            }

            foreach (var entry in page)
            {
                if (chain.Fault(entry) is { } fault)
                {
                    return Broken(fault);
                }

                chain = chain.With(entry, expected);
            }

            if (page.IsEmpty)
            {
                return chain;
            }
        }
    }

    private static Answer<AuditResult> Ended(AuditChain chain, long ever, string? expected) => chain switch
    {
        _ when chain.Rows < ever => new CommandProblem(
            ExitCodes.AuditCutShort,
            FormattableString.Invariant($"the audit ends at row {chain.Rows}, and there was a row {ever}"),
            "the newest rows were taken away"),
        _ when expected is not null && !chain.IsExpectedSeen => new CommandProblem(
            ExitCodes.AuditCutShort,
            FormattableString.Invariant($"no row of the audit has the hash of --head; it ends at row {chain.Rows}"),
            "rows were taken away since that head was printed, or the whole audit was written anew"),
        _ => new AuditResult(chain.Rows, chain.Head),
    };

    private static CommandProblem Broken(AuditFault fault) => new(
        ExitCodes.AuditBroken,
        FormattableString.Invariant($"the audit is broken at row {fault.Sequence}"),
        fault.Why,
        "rows before it are good; compare the row with a copy from \"cutover audit export\", or with a backup");
}

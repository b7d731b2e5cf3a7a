using Cutover.Core.Runs;
using Cutover.Engine.Secrets;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Notifications.Approvals;

/// <summary>
/// Links in messages by which a step is approved, each once. A link proves nothing of who has it: whoever opens it signs in, and may do
/// what they might do anyway.
/// </summary>
public sealed class ApprovalLinks(IDbContextFactory<CutoverContext> contexts, NotificationOptions options, TimeProvider time)
{
    /// <summary>Path and query of a link, without a slash before them.</summary>
    public static string Path(long run, string code) => FormattableString.Invariant($"runs/{run}/approval?code={code}");

    /// <summary>Finds out what a link is good for.</summary>
    public async Task<ApprovalLinkReading> ReadAsync(long run, string code, CancellationToken cancellation)
    {
        var (hash, now) = (RandomSecret.Hash(code), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var link = await context.ApprovalLinks.AsNoTracking().SingleOrDefaultAsync(
            row => row.Hash == hash && row.RunId == run, cancellation);
        return link switch
        {
            null => new ApprovalLinkVoid("This link is not whole, or not of this run."),
            { UsedAt: { } at, UsedBy: var by } => new ApprovalLinkVoid($"This link was used already, by {by} at {Time(at)}."),
            { ExpiresAt: var end } when end <= now => new ApprovalLinkVoid($"This link was good until {Time(end)}."),
            _ when !await WaitsAsync(context, run, link.Step, link.WaitingSince, cancellation) =>
                new ApprovalLinkVoid($"Step {link.Step + 1} does not wait for an approval any more."),
            _ => new ApprovalLinkGood(link.Id, link.Step),
        };
    }

    /// <summary>A new link for a step that waits.</summary>
    /// <param name="step">Counted from 0.</param>
    /// <param name="waitingSince">Since when it waits.</param>
    /// <param name="channel">Where the link goes.</param>
    /// <returns>Null where that step does not wait any more.</returns>
    internal async Task<(string Code, DateTimeOffset ExpiresAt)?> MintAsync(
        long run, int step, DateTimeOffset waitingSince, string channel, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await WaitsAsync(context, run, step, waitingSince, cancellation))
        {
            return null;
        }

        var (code, end) = (RandomSecret.New(), time.GetUtcNow() + options.ApprovalLinkLifetime);
        context.ApprovalLinks.Add(new ApprovalLinkRecord
        {
            Hash = RandomSecret.Hash(code), RunId = run, Step = step, WaitingSince = waitingSince, Channel = channel, ExpiresAt = end,
        });
        await context.SaveChangesAsync(cancellation);
        return (code, end);
    }

    private static async Task<bool> WaitsAsync(
        CutoverContext context, long run, int step, DateTimeOffset waitingSince, CancellationToken cancellation) =>
        await context.Runs.AsNoTracking().Where(row => row.Id == run && row.Phase == RunPhase.AwaitingApproval)
            .Select(row => row.State).SingleOrDefaultAsync(cancellation) is { } text
        && RunJson.Read<RunState>(text) is { Approved: false } state
        && state.Step + 1 == step
        && state.PhaseSince == waitingSince;

    private static string Time(DateTimeOffset at) => Messages.MessageText.Time(at);
}

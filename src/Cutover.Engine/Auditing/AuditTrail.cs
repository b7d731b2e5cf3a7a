using Cutover.Core.Auditing;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Auditing;

/// <summary>Adds rows to the audit, in the transaction of what they tell of.</summary>
public static class AuditTrail
{
    /// <summary>Adds a row; it is there when the context is saved and its transaction committed.</summary>
    /// <exception cref="InvalidOperationException">The context has no transaction: another row could come between.</exception>
    public static async Task AuditAsync(this CutoverContext context, AuditNote note, DateTimeOffset now, CancellationToken cancellation)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The audit is written inside of a transaction.");
        }

        var latest = await LatestAsync(context, cancellation);
        var entry = new AuditEntry(
            await CountAsync(context, latest, cancellation) + 1,
            now,
            note.Origin.Person ?? note.Origin.Who,
            note.Origin.Token,
            note.Origin.From,
            note.Act,
            note.Run,
            note.Playbook,
            note.Account,
            note.Why,
            Json(note.Before),
            Json(note.After),
            latest?.Hash ?? AuditHash.Beginning,
            string.Empty);
        context.Audit.Add(AuditRecord.Of(entry with { Hash = AuditHash.Of(entry) }));
    }

    private static async Task<AuditRecord?> LatestAsync(CutoverContext context, CancellationToken cancellation) =>
        context.Audit.Local.MaxBy(row => row.Sequence)
            ?? await context.Audit.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellation);

    // SQLite remembers the highest number that a row ever had: rows that somebody took off the end leave a gap for good.
    private static async Task<long> CountAsync(CutoverContext context, AuditRecord? latest, CancellationToken cancellation)
    {
        var ever = await EverAsync(context, cancellation);
        return Math.Max(ever, latest?.Sequence ?? 0);
    }

    /// <summary>The highest number that a row of the audit ever had; 0 before the first.</summary>
    public static async Task<long> EverAsync(CutoverContext context, CancellationToken cancellation) =>
        (await context.Database.SqlQuery<long>($"SELECT seq AS Value FROM sqlite_sequence WHERE name = 'Audit'").ToListAsync(cancellation))
            .FirstOrDefault();

    private static string? Json(object? value) => value is null ? null : RunJson.Write(value);
}

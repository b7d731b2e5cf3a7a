using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>How messages to people and links to approve with lie in the database.</summary>
internal static class NotificationModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<OutboxRecord>(outbox =>
        {
            outbox.HasIndex(row => new { row.Channel, row.State, row.NextAt });
            outbox.HasIndex(row => new { row.State, row.EndedAt });
            outbox.HasOne<RunRecord>().WithMany().HasForeignKey(row => row.RunId);
        });
        model.Entity<ApprovalLinkRecord>(link =>
        {
            link.HasIndex(row => row.Hash).IsUnique();
            link.HasOne<RunRecord>().WithMany().HasForeignKey(row => row.RunId);
        });
    }
}

using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>How what people write lies in the database: playbooks, and comments on runs.</summary>
internal static class WrittenModel
{
    public static void Add(ModelBuilder model)
    {
        // Two who save at once take the same number, and the database lets one of them have it.
        model.Entity<PlaybookVersionRecord>(version =>
        {
            version.HasKey(v => new { v.Playbook, v.Number });
            version.HasIndex(v => v.Sha256);
        });
        model.Entity<CommentRecord>(comment =>
        {
            comment.HasIndex(c => new { c.RunId, c.Sequence });
            comment.HasOne<RunRecord>().WithMany().HasForeignKey(c => c.RunId);
        });
    }
}

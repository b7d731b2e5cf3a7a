using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>
/// The database: runs, their decisions, commands, verdicts, answers and claims; conversions of records; requests with a key; versions of
/// playbooks and comments; accounts and the audit; messages to people.
/// </summary>
public sealed class CutoverContext(DbContextOptions<CutoverContext> options) : DbContext(options)
{
    public DbSet<RunRecord> Runs => Set<RunRecord>();

    public DbSet<DecisionRecord> Decisions => Set<DecisionRecord>();

    public DbSet<CommandRecord> Commands => Set<CommandRecord>();

    public DbSet<VerdictRecord> Verdicts => Set<VerdictRecord>();

    public DbSet<AnswerRecord> Answers => Set<AnswerRecord>();

    public DbSet<ClaimRecord> Claims => Set<ClaimRecord>();

    public DbSet<ConversionRecord> Conversions => Set<ConversionRecord>();

    public DbSet<ConversionBatchRecord> ConversionBatches => Set<ConversionBatchRecord>();

    public DbSet<AccountRecord> Accounts => Set<AccountRecord>();

    public DbSet<GrantRecord> Grants => Set<GrantRecord>();

    public DbSet<LoginRecord> Logins => Set<LoginRecord>();

    public DbSet<ApiTokenRecord> ApiTokens => Set<ApiTokenRecord>();

    public DbSet<InvitationRecord> Invitations => Set<InvitationRecord>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<RequestRecord> Requests => Set<RequestRecord>();

    public DbSet<RunLineRecord> RunLines => Set<RunLineRecord>();

    public DbSet<PlaybookVersionRecord> PlaybookVersions => Set<PlaybookVersionRecord>();

    public DbSet<CommentRecord> Comments => Set<CommentRecord>();

    public DbSet<OutboxRecord> Outbox => Set<OutboxRecord>();

    public DbSet<ApprovalLinkRecord> ApprovalLinks => Set<ApprovalLinkRecord>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RunRecord>(run =>
        {
            run.Property(r => r.Sequence).IsConcurrencyToken();
            run.HasIndex(r => r.IsOpen);
        });
        modelBuilder.Entity<DecisionRecord>(decision =>
        {
            decision.HasKey(d => new { d.RunId, d.Sequence });
            decision.HasOne<RunRecord>().WithMany().HasForeignKey(d => d.RunId);
        });
        modelBuilder.Entity<CommandRecord>(command =>
        {
            command.HasIndex(c => new { c.RunId, c.DoneAt });
            command.HasOne<RunRecord>().WithMany().HasForeignKey(c => c.RunId);
        });
        modelBuilder.Entity<VerdictRecord>(verdict =>
        {
            verdict.HasIndex(v => new { v.RunId, v.Gate, v.At });
            verdict.HasOne<RunRecord>().WithMany().HasForeignKey(v => v.RunId);
        });
        modelBuilder.Entity<AnswerRecord>(answer =>
        {
            answer.HasIndex(a => new { a.RunId, a.At });
            answer.HasOne<RunRecord>().WithMany().HasForeignKey(a => a.RunId);
        });
        modelBuilder.Entity<ClaimRecord>(claim =>
        {
            claim.HasKey(c => new { c.ZoneId, c.Name, c.Type });
            claim.HasOne<RunRecord>().WithMany().HasForeignKey(c => c.RunId);
        });
        modelBuilder.Entity<ConversionRecord>(conversion =>
        {
            conversion.Property(c => c.State).IsConcurrencyToken();
            conversion.HasIndex(c => c.Playbook);
            conversion.HasMany(c => c.Batches).WithOne().HasForeignKey(b => b.ConversionId);
        });
        modelBuilder.Entity<RunLineRecord>(line =>
        {
            line.HasKey(l => l.RunId);
            line.Property(l => l.RunId).ValueGeneratedNever();
            line.HasOne<RunRecord>().WithOne().HasForeignKey<RunLineRecord>(l => l.RunId);
            line.HasIndex(l => new { l.IsOpen, l.RunId });
        });
        modelBuilder.Entity<RequestRecord>(request =>
        {
            request.HasKey(r => new { r.Who, r.Key });
            request.HasIndex(r => r.At);
        });
        modelBuilder.Entity<ConversionBatchRecord>().HasKey(batch => new { batch.ConversionId, batch.Number });
        AccessModel.Add(modelBuilder);
        WrittenModel.Add(modelBuilder);
        NotificationModel.Add(modelBuilder);
    }
}

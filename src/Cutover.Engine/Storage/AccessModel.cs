using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>How accounts, what they may, and the audit lie in the database.</summary>
internal static class AccessModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<AccountRecord>(account =>
        {
            // Kept by Identity, and not by this product: it neither writes letters nor calls.
            account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.HasMany(a => a.Grants).WithOne().HasForeignKey(grant => grant.AccountId);
            account.HasMany(a => a.Logins).WithOne(login => login.Account).HasForeignKey(login => login.AccountId);
        });
        model.Entity<GrantRecord>().HasKey(grant => new { grant.AccountId, grant.Playbook, grant.FromProvider });
        model.Entity<LoginRecord>().HasKey(login => new { login.Issuer, login.Subject });
        model.Entity<ApiTokenRecord>(token =>
        {
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasOne(t => t.Account).WithMany().HasForeignKey(t => t.AccountId);
        });
        model.Entity<InvitationRecord>(invitation =>
        {
            invitation.HasIndex(i => i.Hash).IsUnique();
            invitation.Property(i => i.UsedAt).IsConcurrencyToken();
            invitation.HasOne<AccountRecord>().WithMany().HasForeignKey(i => i.AccountId);
        });
        // The database counts the rows that ever were: see AuditTrail.
        model.Entity<AuditRecord>(audit => audit.HasKey(a => a.Sequence));
    }
}

using Cutover.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Cutover.Engine.Storage;

/// <summary>A person who can sign in. Name, password hash, security stamp and lock-out are kept as ASP.NET Core Identity keeps them.</summary>
public sealed class AccountRecord : IdentityUser<long>
{
    /// <summary>An account that is closed: its sessions and tokens are over, and its name stays taken.</summary>
    public bool IsDisabled { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<GrantRecord> Grants { get; init; } = [];

    /// <summary>Who it is at the provider of single sign-on; empty for an account with a password.</summary>
    public List<LoginRecord> Logins { get; init; } = [];

    /// <summary>What the account may do.</summary>
    public Grants Granted() => new([.. Grants.Select(grant => grant.Granted()).Distinct()]);
}

using System.Collections.Immutable;
using Cutover.Core.Accounts;
using Cutover.Engine.Storage;
using Cutover.Web.Access.Pages;

namespace Cutover.Web.Api.Accounts;

/// <summary>An account, as admins see it.</summary>
/// <param name="State">"open", "invited" (no password yet), "closed", or "open, locked for some minutes after wrong passwords".</param>
public sealed record AccountView(long Id, string Name, string State, ImmutableArray<Grant> Roles, DateTimeOffset CreatedAt)
{
    internal static AccountView Of(AccountRecord account) => new(
        account.Id, account.UserName!, OneAccountPage.State(account), [.. account.Grants.Select(grant => grant.Granted())], account.CreatedAt);
}

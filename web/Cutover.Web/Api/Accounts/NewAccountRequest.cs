using Cutover.Core.Accounts;

namespace Cutover.Web.Api.Accounts;

/// <summary>An account to make, with its first role.</summary>
/// <param name="Name">1 to 64 characters.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Playbook">The only playbook that the role is for; left out for all. An admin is one of all playbooks.</param>
public sealed record NewAccountRequest(string Name, Role Role, string? Playbook = null);

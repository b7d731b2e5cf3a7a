using Cutover.Core.Accounts;

namespace Cutover.Web.Api.Accounts;

/// <summary>A role to give.</summary>
/// <param name="Playbook">The only playbook that it is for; left out for all. An admin is one of all playbooks.</param>
public sealed record RoleRequest(Role Role, string? Playbook = null);

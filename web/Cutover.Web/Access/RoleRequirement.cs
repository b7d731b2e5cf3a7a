using Cutover.Core.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Cutover.Web.Access;

/// <summary>A role that a person must have at least.</summary>
internal sealed record RoleRequirement(Role Least, RoleScope Scope) : IAuthorizationRequirement;

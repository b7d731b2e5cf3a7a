namespace Cutover.Web.Api.Accounts;

/// <summary>A link to set a password with: told this once, usable once.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Link">To be handed over on a safe way.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record InvitationView(long Account, string Link, DateTimeOffset ExpiresAt);

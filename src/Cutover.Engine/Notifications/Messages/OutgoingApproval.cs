namespace Cutover.Engine.Notifications.Messages;

/// <summary>A link to approve a step with, once. It opens nothing to whoever does not sign in.</summary>
internal sealed record OutgoingApproval(Uri Link, DateTimeOffset ExpiresAt);

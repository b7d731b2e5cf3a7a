namespace Cutover.Engine.Notifications.Messages;

/// <summary>A message as it leaves.</summary>
/// <param name="Id">The same at every try.</param>
/// <param name="Link">The run's page; null where the host does not know its own address, and for a test.</param>
/// <param name="Approval">A link to approve with; null where no step waits, or the host does not know its own address.</param>
internal sealed record OutgoingMessage(string Id, NotificationMessage Message, Uri? Link, OutgoingApproval? Approval);

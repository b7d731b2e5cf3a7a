using System.Collections.Immutable;

namespace Cutover.Core.Notifications;

/// <summary>What a playbook has one channel of the host told of its runs, in the place of what the host's settings say of the channel.</summary>
/// <param name="Channel">The name that the host's settings give the channel.</param>
public sealed record NotifyRule(string Channel, ImmutableArray<NotificationEvent> Events);

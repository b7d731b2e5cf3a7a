using System.Collections.Immutable;
using Cutover.Engine.Notifications.Channels;

namespace Cutover.Engine.Views;

/// <summary>A channel and how it is.</summary>
/// <param name="Where">What may be shown of its address.</param>
/// <param name="Events">What it is told of runs whose playbooks do not name it, by the words of settings and playbooks.</param>
/// <param name="DeliveredAt">When it last took a message; null where it never has, or not for 30 days.</param>
/// <param name="Waiting">Messages that are to be sent.</param>
/// <param name="Dead">Messages that are not tried any more.</param>
/// <param name="Failure">Why the latest try of what waits failed; null where none has.</param>
/// <param name="NextAt">When that is tried again.</param>
public sealed record ChannelView(
    string Name,
    ChannelKind Kind,
    string Where,
    ImmutableArray<string> Events,
    DateTimeOffset? DeliveredAt,
    int Waiting,
    int Dead,
    string? Failure,
    DateTimeOffset? NextAt);

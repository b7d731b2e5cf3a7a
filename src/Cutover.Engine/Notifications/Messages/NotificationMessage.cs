using System.Collections.Immutable;
using Cutover.Core.Notifications;
using Cutover.Core.Runs;

namespace Cutover.Engine.Notifications.Messages;

/// <summary>What is told, before it has the form of a channel. Stored as JSON; holds no secret.</summary>
/// <param name="Run">Null for a test.</param>
/// <param name="Sequence">Number of the decision that it tells of.</param>
/// <param name="Source">The source's name for people.</param>
/// <param name="Target">The target's name for people.</param>
/// <param name="Title">One line.</param>
/// <param name="Words">What happened and why, in sentences.</param>
/// <param name="WaitsFor">Who or what the run waits for; null for nothing.</param>
/// <param name="Step">The step that waits for an approval, counted from 0; null for anything else.</param>
/// <param name="WaitingSince">Since when it waits.</param>
public sealed record NotificationMessage(
    NotificationEvent Event,
    Severity Severity,
    DateTimeOffset At,
    long? Run,
    long? Sequence,
    string? Playbook,
    string? Source,
    string? Target,
    string Title,
    string Words,
    ImmutableArray<MessageWeights> Weights,
    string? WaitsFor = null,
    int? Step = null,
    DateTimeOffset? WaitingSince = null);

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cutover.Core.Gates;
using Cutover.Core.Plans;
using Cutover.Core.StackStatistics;

namespace Cutover.Core.Runs;

/// <summary>What happened to a run. Closed: these are all there are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(StartedEvent), "started")]
[JsonDerivedType(typeof(TickedEvent), "ticked")]
[JsonDerivedType(typeof(TakenUpEvent), "taken-up")]
[JsonDerivedType(typeof(ChangeAcceptedEvent), "change-accepted")]
[JsonDerivedType(typeof(ChangePendingEvent), "change-pending")]
[JsonDerivedType(typeof(ChangeInSyncEvent), "change-in-sync")]
[JsonDerivedType(typeof(ChangeFailedEvent), "change-failed")]
[JsonDerivedType(typeof(ChangeUncheckedEvent), "change-unchecked")]
[JsonDerivedType(typeof(ChangeUnknownEvent), "change-unknown")]
[JsonDerivedType(typeof(GateJudgedEvent), "gate-judged")]
[JsonDerivedType(typeof(DialsComparedEvent), "dials-compared")]
[JsonDerivedType(typeof(ZoneReadEvent), "zone-read")]
[JsonDerivedType(typeof(ZoneUnreadEvent), "zone-unread")]
[JsonDerivedType(typeof(AnswersObservedEvent), "answers-observed")]
[JsonDerivedType(typeof(ConnectionsCountedEvent), "connections-counted")]
[JsonDerivedType(typeof(OperatorAskedEvent), "operator-asked")]
public abstract record RunEvent;

/// <summary>A person or a schedule started the run.</summary>
/// <param name="Who">As the decision log names them.</param>
/// <param name="Person">The account it was; null where nobody proved who they are, as with a shared token.</param>
public sealed record StartedEvent(string Who, string? Why, string? Person = null) : RunEvent;

/// <summary>A wake-up.</summary>
public sealed record TickedEvent : RunEvent;

/// <summary>A host drives the run again; nobody watched its gates since the decision before this one.</summary>
public sealed record TakenUpEvent : RunEvent;

/// <summary>Route 53 accepted a change.</summary>
/// <param name="Change">The change's number.</param>
/// <param name="ChangeId">Route 53's id for it.</param>
/// <param name="Replaced">What foreign content was overwritten, in words; null where there was none.</param>
/// <param name="LeftAlone">What foreign content an overwriting change left as it is, in words; null where there was none.</param>
public sealed record ChangeAcceptedEvent(int Change, string ChangeId, string? Replaced, string? LeftAlone = null) : RunEvent;

/// <summary>GetChange said PENDING.</summary>
public sealed record ChangePendingEvent(int Change) : RunEvent;

/// <summary>GetChange said INSYNC.</summary>
public sealed record ChangeInSyncEvent(int Change) : RunEvent;

/// <summary>A change could not be made; nothing was written.</summary>
public sealed record ChangeFailedEvent(int Change, ChangeFailure Failure, string Why) : RunEvent;

/// <summary>GetChange could not be asked.</summary>
public sealed record ChangeUncheckedEvent(int Change, string Why) : RunEvent;

/// <summary>Route 53 does not know the change that it accepted: whether it is in force cannot be learnt from its id any more.</summary>
public sealed record ChangeUnknownEvent(int Change, string Why) : RunEvent;

/// <summary>A gate was judged.</summary>
public sealed record GateJudgedEvent(string Gate, StackVerdict Target, StackVerdict? Source) : RunEvent;

/// <summary>Both stacks have answered the same probe so often that their answers can be compared.</summary>
public sealed record DialsComparedEvent(DialComparison Comparison) : RunEvent;

/// <summary>All zones of the plan were read.</summary>
/// <param name="Reading">The number it was asked for with: a reading from before the latest change says nothing.</param>
public sealed record ZoneReadEvent(int Reading, PairReading Found) : RunEvent;

/// <summary>Not every zone of the plan could be read.</summary>
public sealed record ZoneUnreadEvent(int Reading, string Why) : RunEvent;

/// <summary>The name servers were asked for their answers.</summary>
/// <param name="Answers">Of every pair of the plan that can be observed.</param>
public sealed record AnswersObservedEvent(int Observation, ImmutableArray<ObservedAnswers> Answers) : RunEvent;

/// <summary>The connections of both stacks were counted, from the stacks' own statistics.</summary>
public sealed record ConnectionsCountedEvent(TrafficShares Shares) : RunEvent;

/// <summary>A person asked for something.</summary>
/// <param name="Step">For an approval: the index of the step that is approved, so that a late click cannot approve the one after.</param>
/// <param name="Person">The account that asked; null where nobody proved who they are, as with a shared token.</param>
/// <param name="Since">
/// What has changed since the decision that the person looked at, in words; null where nothing has, or where nobody said what was looked at.
/// </param>
public sealed record OperatorAskedEvent(
    OperatorAct Act, string Who, string? Why, int? Step = null, string? Person = null, string? Since = null) : RunEvent;

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>What is to be done for a run. Closed: these are all there are. Each but the last two has an event as its outcome.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(ApplyWeightsCommand), "apply-weights")]
[JsonDerivedType(typeof(CheckChangeCommand), "check-change")]
[JsonDerivedType(typeof(ReadZoneCommand), "read-zone")]
[JsonDerivedType(typeof(ObserveAnswersCommand), "observe-answers")]
[JsonDerivedType(typeof(WakeAtCommand), "wake-at")]
[JsonDerivedType(typeof(AnnounceCommand), "announce")]
public abstract record RunCommand;

/// <summary>Make one hosted zone hold what is wanted, by compare-and-swap in one batch.</summary>
/// <param name="Change">The change's number.</param>
/// <param name="ZoneId">The zone.</param>
/// <param name="Wanted">The weights and TTLs of every pair of the zone.</param>
/// <param name="Known">
/// The zone must hold one of these (or the wanted ones), unless <paramref name="Overwrite"/>; the likeliest last.
/// </param>
/// <param name="Overwrite">Replace whatever the pairs hold.</param>
/// <param name="Release">Delete the run's ownership marks in the same batch; else make sure that they are there.</param>
/// <param name="Marked">The run's marks stood in the zone when it last wrote there.</param>
/// <param name="Urgent">Goes before everything else that waits for Route 53.</param>
/// <param name="Shown">Someone else's content of the zone that may be replaced too, since a person saw it and asked for that.</param>
public sealed record ApplyWeightsCommand(
    int Change,
    string ZoneId,
    ImmutableArray<RecordWeights> Wanted,
    ImmutableArray<ImmutableArray<RecordWeights>> Known,
    bool Overwrite,
    bool Release,
    bool Marked,
    bool Urgent,
    PairReading? Shown = null) : RunCommand;

/// <summary>Ask Route 53 whether a change is INSYNC.</summary>
public sealed record CheckChangeCommand(int Change, string ChangeId, bool Urgent) : RunCommand;

/// <summary>Read the pairs of the plan, and the ownership marks of their names, from all its zones.</summary>
/// <param name="Reading">Comes back with the outcome.</param>
public sealed record ReadZoneCommand(int Reading, bool Urgent) : RunCommand;

/// <summary>Ask the zones' name servers whether their answers match the weights.</summary>
/// <param name="Observation">Comes back with the outcome. Each has a sample of its own.</param>
/// <param name="Wanted">What the answers must match, of every pair of the plan.</param>
/// <param name="Before">What the pairs held before: what the answers must be told from.</param>
public sealed record ObserveAnswersCommand(
    int Observation, ImmutableArray<RecordWeights> Wanted, ImmutableArray<RecordWeights> Before) : RunCommand;

/// <summary>Send a tick at this time; replaces the wake-up before it.</summary>
public sealed record WakeAtCommand(DateTimeOffset At) : RunCommand;

/// <summary>Tell people.</summary>
public sealed record AnnounceCommand(Severity Severity, string Words) : RunCommand;

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cutover.Core.Dns;

namespace Cutover.Core.Runs;

/// <summary>What is to be done for a run. Closed: these are all there are. Each but the last two has an event as its outcome.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(ApplyWeightsCommand), "apply-weights")]
[JsonDerivedType(typeof(CheckChangeCommand), "check-change")]
[JsonDerivedType(typeof(ReadZoneCommand), "read-zone")]
[JsonDerivedType(typeof(WakeAtCommand), "wake-at")]
[JsonDerivedType(typeof(AnnounceCommand), "announce")]
public abstract record RunCommand;

/// <summary>Make the zone hold the wanted weights, by compare-and-swap.</summary>
/// <param name="Change">The change's number.</param>
/// <param name="Wanted">The weights.</param>
/// <param name="Known">The zone must hold one of these (or the wanted ones), unless <paramref name="Overwrite"/>.</param>
/// <param name="Overwrite">Replace whatever weights are there.</param>
/// <param name="Urgent">Goes before everything else that waits for Route 53.</param>
public sealed record ApplyWeightsCommand(
    int Change, ImmutableArray<RecordWeights> Wanted, ImmutableArray<ImmutableArray<RecordWeights>> Known, bool Overwrite, bool Urgent)
        : RunCommand;

/// <summary>Ask Route 53 whether a change is INSYNC.</summary>
public sealed record CheckChangeCommand(int Change, string ChangeId, bool Urgent) : RunCommand;

/// <summary>Read the pairs of the plan from the zone.</summary>
public sealed record ReadZoneCommand(int Change, bool Urgent) : RunCommand;

/// <summary>Send a tick at this time; replaces the wake-up before it.</summary>
public sealed record WakeAtCommand(DateTimeOffset At) : RunCommand;

/// <summary>Tell people.</summary>
public sealed record AnnounceCommand(Severity Severity, string Words) : RunCommand;

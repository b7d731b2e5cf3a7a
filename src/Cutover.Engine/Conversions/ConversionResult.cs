using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;
using Cutover.Engine.Views;

namespace Cutover.Engine.Conversions;

/// <summary>What asking for a conversion, or for its undoing, came to.</summary>
public abstract record ConversionResult;

/// <summary>What would be written; nothing is yet.</summary>
public sealed record ConversionPrepared(Conversion Conversion) : ConversionResult;

/// <summary>It was written, or taken back.</summary>
public sealed record ConversionDone(ConversionView Conversion) : ConversionResult;

/// <summary>The text is not a valid playbook; every problem at once.</summary>
public sealed record ConversionPlaybookUnreadable(ImmutableArray<PlaybookProblem> Problems) : ConversionResult;

/// <summary>The zone, as it is, does not allow it; every reason at once. Nothing was written.</summary>
public sealed record ConversionNotPossible(ImmutableArray<Refusal> Refusals) : ConversionResult;

/// <summary>The zone is no longer what the shown batch was made from. Nothing was written.</summary>
/// <param name="Now">What would be written now.</param>
public sealed record ConversionOutdated(Conversion Now) : ConversionResult;

/// <summary>Someone has changed the records since the conversion: an undo overwrites nothing.</summary>
public sealed record ConversionDrifted(ImmutableArray<Refusal> Differences) : ConversionResult;

/// <summary>The conversion is in no state to be undone.</summary>
public sealed record ConversionNotUndoable(string Why) : ConversionResult;

/// <summary>Route 53 could not be read. Nothing was written.</summary>
public sealed record ConversionZoneUnreadable(string Why) : ConversionResult;

/// <summary>Route 53 did not take it.</summary>
/// <param name="Why">What Route 53 said, and what stands where.</param>
/// <param name="Raced">True when someone else's change in the last moment was the reason.</param>
public sealed record ConversionNotWritten(long Id, string Why, bool Raced) : ConversionResult;

/// <summary>There is no conversion of this number.</summary>
public sealed record ConversionUnknown : ConversionResult;

using System.Collections.Immutable;
using Cutover.Core.Plans;

namespace Cutover.Core.Conversions;

/// <summary>What preparing a conversion came to: the batches, or every reason against them.</summary>
public abstract record ConversionOutcome;

/// <summary>The records can be converted.</summary>
public sealed record ConversionReady(Conversion Conversion) : ConversionOutcome;

/// <summary>The records cannot be converted as they are; all reasons at once.</summary>
public sealed record ConversionRefused(ImmutableArray<Refusal> Refusals) : ConversionOutcome;

namespace Cutover.Engine.Conversions;

/// <summary>What writing one batch came to.</summary>
internal abstract record BatchOutcome;

/// <summary>Route 53 has accepted it.</summary>
internal sealed record BatchWritten(string ChangeId) : BatchOutcome;

/// <summary>The zone is as it was.</summary>
internal sealed record BatchRefused(string Why) : BatchOutcome;

/// <summary>Someone else changed the records first. The zone is as they left it.</summary>
internal sealed record BatchRaced(string Why) : BatchOutcome;

/// <summary>Nobody can say whether it was written: no answer came, and the zone could not be read afterwards.</summary>
internal sealed record BatchUnsettled(string Why) : BatchOutcome;

namespace Cutover.Lab.Route53;

/// <summary>One request as it arrived, before anything was done with it, faults and signature included.</summary>
/// <param name="At">When its headers had been read.</param>
/// <param name="Timestamp">The same moment from <see cref="TimeProvider.GetTimestamp"/>, for exact differences.</param>
/// <param name="Operation">What it asks for.</param>
/// <param name="Target">Path and query as sent.</param>
public sealed record RequestSeen(DateTimeOffset At, long Timestamp, Route53Operation Operation, string Target);

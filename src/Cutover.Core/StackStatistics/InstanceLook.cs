namespace Cutover.Core.StackStatistics;

/// <summary>One attempt to read an instance's statistics.</summary>
public abstract record InstanceLook(DateTimeOffset At);

/// <summary>It answered.</summary>
public sealed record InstanceSeen(InstanceSample Sample) : InstanceLook(Sample.At);

/// <summary>It did not, or what it said cannot be read.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Why">For people: what was tried and what came back.</param>
public sealed record InstanceUnseen(DateTimeOffset At, string Why) : InstanceLook(At);

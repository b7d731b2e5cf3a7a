namespace Cutover.Engine.Runs;

/// <summary>What a person's request came to.</summary>
public abstract record ActOutcome;

/// <summary>It was done.</summary>
/// <param name="Reason">What the machine decided, in words.</param>
public sealed record ActDone(string Reason) : ActOutcome;

/// <summary>It was not done.</summary>
/// <param name="Reason">Why, in words.</param>
public sealed record ActRefused(string Reason) : ActOutcome;

/// <summary>There is no such run.</summary>
public sealed record RunUnknown : ActOutcome;

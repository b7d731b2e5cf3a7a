namespace Cutover.Core.Ownership;

/// <summary>A rollback that someone made with AWS credentials alone, past the server that drives the run.</summary>
/// <param name="Who">The person or the credentials' account, as they gave it.</param>
/// <param name="At">When the batch was sent; whole seconds, UTC.</param>
public sealed record BreakGlass(string Who, DateTimeOffset At);

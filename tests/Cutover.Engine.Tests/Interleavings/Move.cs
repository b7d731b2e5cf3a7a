namespace Cutover.Engine.Tests.Interleavings;

/// <summary>Something that can happen next.</summary>
/// <param name="Weight">How likely, beside the other moves.</param>
/// <param name="Words">For the history.</param>
/// <param name="MakeAsync">Makes it happen; gives what came of it, in words.</param>
internal sealed record Move(double Weight, string Words, Func<Task<string>> MakeAsync);

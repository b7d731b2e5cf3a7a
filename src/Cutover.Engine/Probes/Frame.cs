namespace Cutover.Engine.Probes;

/// <summary>One frame.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">
/// Its payload, cut to as many bytes as its <see cref="FrameBuffer"/> shows; valid until the next one is taken.
/// </param>
/// <param name="Length">Of the whole payload, in bytes.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload, long Length);

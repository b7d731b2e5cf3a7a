namespace Cutover.Engine.Probes;

/// <summary>One frame.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">
/// Its payload, cut to <see cref="FrameHeader.MaxControlPayload"/> bytes; valid until the next one is taken.
/// </param>
/// <param name="Length">Of the whole payload, in bytes.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload, long Length);

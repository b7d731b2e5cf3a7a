namespace Cutover.Engine.Probes;

/// <summary>One frame.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">Its payload, cut to <see cref="FrameHeader.MaxControlPayload"/> bytes; valid until the next read.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload);

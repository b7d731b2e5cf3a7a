using System.Buffers.Text;

namespace Cutover.Engine.Probes;

/// <summary>The beats of one held connection: numbers them, knows their answers, and how long each took.</summary>
internal struct Beats
{
    /// <summary>The most that a beat's payload takes, in bytes.</summary>
    public const int MaxPayload = 19;

    private uint _number;

    /// <summary>True while a beat waits for its answer.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True once the beat under way was given a second deadline; how long its answer takes says nothing any more.</summary>
    public bool IsExcused { get; private set; }

    /// <summary>When the newest beat was sent, as a timestamp of the time provider.</summary>
    public long Sent { get; private set; }

    /// <summary>
    /// Begins the next beat at <paramref name="now"/>, and writes its payload: text, so that it can be a message as well.
    /// </summary>
    public int Next(Span<byte> payload, long now)
    {
        (_number, IsOpen, IsExcused, Sent) = (_number + 1, true, false, now);
        return Write(payload);
    }

    /// <summary>Gives the beat under way a second deadline.</summary>
    public void Excuse() => IsExcused = true;

    /// <summary>True when the payload answers the beat under way, which is over then; anything else is someone else's business.</summary>
    public bool IsAnswer(ReadOnlySpan<byte> payload)
    {
        Span<byte> expected = stackalloc byte[MaxPayload];
        if (!IsOpen || !payload.SequenceEqual(expected[..Write(expected)]))
        {
            return false;
        }

        IsOpen = false;
        return true;
    }

    private readonly int Write(Span<byte> payload)
    {
        "cutover-"u8.CopyTo(payload);
        Utf8Formatter.TryFormat(_number, payload[8..], out var digits);
        return 8 + digits;
    }
}

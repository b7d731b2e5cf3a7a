using System.Buffers.Binary;
using System.Net.Sockets;

namespace Cutover.Engine.Probes;

/// <summary>
/// Keeps one connection open, sends beats over it, and notices how it ends. Between two frames it has no buffer, no timer and no task but
/// the one that waits for bytes, which is what lets thousands of them fit into a process.
/// </summary>
internal sealed class HeldConnection(DialedConnection connection, Holding holding, IHeldOwner owner)
    : WheelTimer, IFrameSink
{
    private const int NormalClosure = 1000;
    private readonly long _opened = holding.Time.GetTimestamp();
    private Beats _beats;
    private bool _isClosing;

    /// <summary>True once the peer answered a beat: the connection was of use.</summary>
    public bool WasAnswered { get; private set; }

    /// <summary>How long the connection has been held.</summary>
    public TimeSpan Age => holding.Time.GetElapsedTime(_opened);

    /// <summary>Begins to read, and to send beats before long.</summary>
    public void Start()
    {
        holding.Wheel.Schedule(this, holding.UntilFirstBeat(), holding.BeatGrid);
        Listen();
    }

    /// <summary>Closes in order: a close frame, then at most <see cref="ProbeOptions.CloseGrace"/> for the peer's answer.</summary>
    public void Release() => End(new HeldEnd(HeldEndKind.Released));

    /// <summary>Reads and closes, without ever having sent a beat.</summary>
    public void StartAndRelease()
    {
        Listen();
        Release();
    }

    public void Over(HeldEnd? end)
    {
        End(end ?? new HeldEnd(HeldEndKind.Broken));
        holding.Wheel.Cancel(this);
        connection.Dispose();
        owner.Closed(this);
    }

    /// <summary>Goes on to the peer's own end: after a close frame it should come at once.</summary>
    public bool Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Violation:
                End(new HeldEnd(HeldEndKind.Violation));
                break;
            case FrameKind.Close:
                End(HeldEnd.FromClose(frame.Payload.Span));
                break;
            case FrameKind.Ping:
                Answer(frame.Payload.Span);
                break;
            default:
                Offer(frame);
                break;
        }

        return true;
    }

    protected internal override void OnDue()
    {
        lock (connection)
        {
            if (DueTick >= 0)
            {
                // An answer came just now, and its next beat hangs on the wheel already.
                return;
            }

            if (_isClosing)
            {
                connection.Dispose();
            }
            else if (IsExcusable())
            {
                _beats.Excuse();
                holding.Wheel.Schedule(this, holding.Options.BeatDeadline);
            }
            else if (_beats.IsOpen)
            {
                holding.Window.RecordRoundTrip(holding.Options.BeatDeadline);
                End(new HeldEnd(HeldEndKind.Silence));
            }
            else
            {
                Beat();
            }
        }
    }

    /// <summary>True when the answer may be here unread, or on its way to a process that did not run; once a beat.</summary>
    private bool IsExcusable() => _beats is { IsOpen: true, IsExcused: false }
        && (connection.HasUnread || OwnPause.Explains(holding.Time.GetElapsedTime(_beats.Sent), holding.Options.BeatDeadline));

    private void Beat()
    {
        Span<byte> payload = stackalloc byte[Beats.MaxPayload];
        lock (connection)
        {
            if (!_isClosing)
            {
                var length = _beats.Next(payload, holding.Time.GetTimestamp());
                holding.Wheel.Schedule(this, holding.Options.BeatDeadline);
                Send(holding.BeatKind, payload[..length]);
            }
        }
    }

    private void Listen() => _ = new FrameListener(connection, FrameHeader.MaxControlPayload, this).RunAsync();

    private void Answer(ReadOnlySpan<byte> ping)
    {
        lock (connection)
        {
            if (!_isClosing)
            {
                Send(FrameKind.Pong, ping);
            }
        }
    }

    private void Offer(Frame frame)
    {
        lock (connection)
        {
            if (_isClosing || frame.Kind != holding.AnswerKind || frame.Length > Beats.MaxPayload
                || !_beats.IsAnswer(frame.Payload.Span))
            {
                return;
            }

            var took = holding.Time.GetElapsedTime(_beats.Sent);
            holding.Wheel.Schedule(this, holding.Options.BeatInterval - took, holding.BeatGrid);
            WasAnswered = true;
            if (!_beats.IsExcused)
            {
                holding.Window.RecordRoundTrip(took);
            }
        }
    }

    /// <summary>
    /// The caller has the lock: the system reports a reset once, to reader or writer, and the other one must not be heard first.
    /// </summary>
    private void Send(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        if (connection.Send(kind, payload) is not SocketError.Success and var error)
        {
            End(HeldEnd.FromError(error));
        }
    }

    private void End(HeldEnd end)
    {
        lock (connection)
        {
            if (_isClosing)
            {
                return;
            }

            _isClosing = true;
            owner.Ended(this, end);
            if (end.Kind is HeldEndKind.CloseFrame or HeldEndKind.Released)
            {
                holding.Wheel.Schedule(this, holding.Options.CloseGrace);
                SendClose();
            }
            else
            {
                connection.Dispose();
            }
        }
    }

    private void SendClose()
    {
        Span<byte> code = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(code, NormalClosure);
        Send(FrameKind.Close, code);
    }
}

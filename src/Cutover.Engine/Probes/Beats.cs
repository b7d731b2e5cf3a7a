using System.Text;

namespace Cutover.Engine.Probes;

/// <summary>The beats of one held connection: numbers them, knows their answers, and how long each took.</summary>
internal sealed class Beats(BeatKind kind, TimeProvider time)
{
    private readonly FrameKind _answerKind = kind == BeatKind.Ping ? FrameKind.Pong : FrameKind.Text;
    private readonly Lock _gate = new();
    private long _number;
    private long _sent;
    private byte[] _payload = [];
    private TaskCompletionSource<TimeSpan> _answered = new();

    public FrameKind Kind { get; } = kind == BeatKind.Ping ? FrameKind.Ping : FrameKind.Text;

    /// <summary>Begins the next beat: its payload, and the task that ends with its round trip.</summary>
    public (byte[] Payload, Task<TimeSpan> Answered) Next()
    {
        lock (_gate)
        {
            _payload = Encoding.ASCII.GetBytes($"cutover-{++_number}");
            _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _sent = time.GetTimestamp();
            return (_payload, _answered.Task);
        }
    }

    /// <summary>Ends the beat under way if the frame is its answer; any other frame is someone else's business.</summary>
    public void Offer(Frame frame)
    {
        lock (_gate)
        {
            if (frame.Kind == _answerKind && frame.Payload.Span.SequenceEqual(_payload))
            {
                _answered.TrySetResult(time.GetElapsedTime(_sent));
            }
        }
    }
}

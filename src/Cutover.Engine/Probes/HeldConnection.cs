namespace Cutover.Engine.Probes;

/// <summary>Keeps one connection open, sends beats over it, and notices how it ends.</summary>
internal sealed class HeldConnection(DialedConnection connection, ProbeOptions options, TimeProvider time, ProbeWindow window) : IDisposable
{
    private readonly FrameChannel _channel = new(connection, time);
    private readonly Beats _beats = new(options.Beat, time);

    /// <summary>True once the peer answered a beat: the connection was of use.</summary>
    public bool WasAnswered { get; private set; }

    /// <summary>Runs until the connection ends, or until <paramref name="stop"/>.</summary>
    public async Task<HeldEnd> RunAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listening = ListenAsync(over.Token);
        var beating = BeatAsync(over.Token);
        var first = await await Task.WhenAny(listening, beating);
        await over.CancelAsync();
        var ends = await Task.WhenAll(listening, beating);
        // The system reports a reset once, to reader or writer, whoever comes first; the other one sees a mere end.
        return first.IsDrop && ends.Contains(new HeldEnd(HeldEndKind.Reset)) ? new HeldEnd(HeldEndKind.Reset) : first;
    }

    /// <summary>
    /// Closes in order what a close frame or the probe itself has ended; the end is known before, and need not wait for this.
    /// </summary>
    public Task CloseAsync() => _channel.CloseAsync(options.CloseGrace);

    public void Dispose() => _channel.Dispose();

    private async Task<HeldEnd> ListenAsync(CancellationToken over)
    {
        try
        {
            while (true)
            {
                var frame = await _channel.ReadAsync(over);
                if (await AnswerAsync(frame, over) is { } end)
                {
                    return end;
                }
            }
        }
        catch (IOException fault)
        {
            return HeldEnd.FromFault(fault);
        }
        catch (OperationCanceledException)
        {
            return new HeldEnd(HeldEndKind.Released);
        }
    }

    private async Task<HeldEnd?> AnswerAsync(Frame frame, CancellationToken over)
    {
        switch (frame.Kind)
        {
            case FrameKind.End:
                return new HeldEnd(HeldEndKind.Fin);
            case FrameKind.Violation:
                return new HeldEnd(HeldEndKind.Violation);
            case FrameKind.Close:
                return HeldEnd.FromClose(frame.Payload.Span);
            case FrameKind.Ping:
                await _channel.WriteAsync(FrameKind.Pong, frame.Payload, over);
                return null;
            default:
                _beats.Offer(frame);
                return null;
        }
    }

    private async Task<HeldEnd> BeatAsync(CancellationToken over)
    {
        try
        {
            while (true)
            {
                var begun = time.GetTimestamp();
                if (await BeatOnceAsync(over) is { } end)
                {
                    return end;
                }

                var rest = options.BeatInterval - time.GetElapsedTime(begun);
                await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, time, over);
            }
        }
        catch (IOException fault)
        {
            return HeldEnd.FromFault(fault);
        }
        catch (OperationCanceledException)
        {
            return new HeldEnd(HeldEndKind.Released);
        }
    }

    private async Task<HeldEnd?> BeatOnceAsync(CancellationToken over)
    {
        using var deadline = new CancellationTokenSource(options.BeatDeadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(over, deadline.Token);
        var (payload, answered) = _beats.Next();
        try
        {
            await _channel.WriteAsync(_beats.Kind, payload, both.Token);
            window.RecordRoundTrip(await answered.WaitAsync(both.Token));
            WasAnswered = true;
            return null;
        }
        catch (OperationCanceledException) when (!over.IsCancellationRequested)
        {
            window.RecordRoundTrip(options.BeatDeadline);
            return new HeldEnd(HeldEndKind.Silence);
        }
    }
}

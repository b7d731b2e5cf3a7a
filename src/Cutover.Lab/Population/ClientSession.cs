using System.Buffers.Text;
using System.Net.WebSockets;

namespace Cutover.Lab.Population;

/// <summary>One open connection of a client, from the 101 to its end.</summary>
internal sealed class ClientSession(WebSocket socket, PopulationOptions options, TimeProvider time, Random random)
{
    private const int LongestMessage = 20; // A 64-bit number in decimal digits.

    private TaskCompletionSource? _echoed;
    private long _sent;
    private volatile bool _leaving;

    /// <summary>Lives until the lifetime is over or the connection ends before.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the connection is aborted.</exception>
    public async Task<SessionEnd> LiveAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = ListenAsync(stop.Token);
        var talking = TalkAsync(lifetime, stop.Token);
        var first = await Task.WhenAny(talking, listening).ConfigureAwait(false);
        var end = await first.ConfigureAwait(false);
        if (end == SessionEnd.Lived && !cancellationToken.IsCancellationRequested)
        {
            await CloseAsync(listening, cancellationToken).ConfigureAwait(false);
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(listening, talking).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return end;
    }

    private async Task<SessionEnd> ListenAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestMessage];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return await AnswerCloseAsync(cancellationToken).ConfigureAwait(false);
                }

                Hear(buffer.AsSpan(0, part.Count));
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            return Broken();
        }
    }

    private void Hear(ReadOnlySpan<byte> message)
    {
        if (Utf8Parser.TryParse(message, out long number, out _) && number == Interlocked.Read(ref _sent))
        {
            Volatile.Read(ref _echoed)?.TrySetResult();
        }
    }

    private async Task<SessionEnd> AnswerCloseAsync(CancellationToken cancellationToken)
    {
        if (!_leaving)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
        }

        return SessionEnd.ClosedByEdge;
    }

    private async Task<SessionEnd> TalkAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        try
        {
            await TalkUntilOverAsync(lifetime, cancellationToken).ConfigureAwait(false);
            return SessionEnd.Lived;
        }
        catch (TimeoutException)
        {
            return SessionEnd.Unanswered;
        }
        catch (Exception e) when (IsEnd(e))
        {
            return Broken();
        }
    }

    private async Task TalkUntilOverAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var born = time.GetTimestamp();
        while (true)
        {
            var left = lifetime - time.GetElapsedTime(born);
            var pause = random.Around(options.MessageInterval);
            await PauseAsync(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);
            if (left <= pause)
            {
                return;
            }

            await SpeakAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        pause > TimeSpan.Zero ? Task.Delay(pause, time, cancellationToken) : Task.CompletedTask;

    private async Task SpeakAsync(CancellationToken cancellationToken)
    {
        var echoed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _echoed, echoed);
        var message = new byte[LongestMessage];
        Utf8Formatter.TryFormat(Interlocked.Increment(ref _sent), message, out var length);
        await socket.SendAsync(message.AsMemory(0, length), WebSocketMessageType.Text, true, cancellationToken).ConfigureAwait(false);
        await echoed.Task.WaitAsync(options.EchoTimeout, time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An edge that does not answer the close is left alone after a while; the user is gone and sees nothing of it.</summary>
    private async Task CloseAsync(Task listening, CancellationToken cancellationToken)
    {
        _leaving = true;
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
            await listening.WaitAsync(options.EchoTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException || IsEnd(e))
        {
        }
    }

    /// <summary>A break after the edge's close frame is no error to anyone.</summary>
    private SessionEnd Broken() => socket.CloseStatus is null ? SessionEnd.Dropped : SessionEnd.ClosedByEdge;

    private static bool IsEnd(Exception e) =>
        e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException;
}

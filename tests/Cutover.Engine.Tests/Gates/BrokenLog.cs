using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Tests.Gates;

/// <summary>A log that tells when an error is written to it.</summary>
internal sealed class BrokenLog<T> : ILogger<T>
{
    private readonly Channel<string> errors = Channel.CreateUnbounded<string>();

    public Task<string> NextAsync(CancellationToken cancellation) => errors.Reader.ReadAsync(cancellation).AsTask();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error)
        {
            errors.Writer.TryWrite(formatter(state, exception));
        }
    }
}

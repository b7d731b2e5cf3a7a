using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>Everything that was logged, at every level, exceptions with it.</summary>
internal sealed class LogText : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly LoggerFactory factory;

    public LogText()
    {
        factory = new LoggerFactory([this]);
    }

    public string All => string.Join('\n', lines);

    public ILogger<T> For<T>() => factory.CreateLogger<T>();

    public ILogger CreateLogger(string categoryName) => new Lines(lines);

    public void Dispose()
    {
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cutover.Lab.Tests.Edges;

/// <summary>A logger that keeps the ids of what was logged, to wait for what has no other outward sign.</summary>
internal sealed class EventIds<T> : ILogger<T>
{
    private readonly ConcurrentBag<int> _ids = [];

    public bool Has(int id) => _ids.Contains(id);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _ids.Add(eventId.Id);
}

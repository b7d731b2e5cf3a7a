using System.Collections.Immutable;
using Cutover.Lab.CloudWatch.Metrics;

namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>
/// All alarms and their states. Alarms with periods under a minute are evaluated every ten seconds, the others every minute, on the
/// clock's whole ten seconds and minutes. Safe for any thread.
/// </summary>
internal sealed class AlarmBook : IAsyncDisposable
{
    private const int TickSeconds = 10;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, MetricAlarm> _alarms = new(StringComparer.Ordinal);
    private readonly Func<MetricStat, QueryWindow, Series> _read;
    private readonly TimeProvider _time;
    private readonly TimeSpan _delay;
    private readonly ITimer _timer;

    internal AlarmBook(Func<MetricStat, QueryWindow, Series> read, TimeProvider time, TimeSpan publicationDelay)
    {
        (_read, _time, _delay) = (read, time, publicationDelay);
        var tick = TimeSpan.FromSeconds(TickSeconds);
        var now = time.GetUtcNow();
        _timer = time.CreateTimer(_ => Tick(), null, Period.Begin(now, TickSeconds) + tick - now, tick);
    }

    internal ImmutableArray<MetricAlarm> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _alarms.Values];
            }
        }
    }

    /// <summary>A new alarm begins without a state; one that is put again keeps its state until the next evaluation.</summary>
    internal void Put(AlarmDefinition definition)
    {
        lock (_lock)
        {
            var next = Next(definition, definition.UpdatedAt);
            _alarms[definition.Name] = _alarms.TryGetValue(definition.Name, out var known)
                ? known with { Definition = definition, NextEvaluation = next }
                : new(definition, AlarmState.InsufficientData, "Unchecked: Initial alarm creation", null, definition.UpdatedAt, next);
        }
    }

    /// <summary>Deletes all of these alarms, or none when one of them does not exist; that one's name is the result.</summary>
    internal string? Delete(IReadOnlyList<string> names)
    {
        lock (_lock)
        {
            if (names.FirstOrDefault(name => !_alarms.ContainsKey(name)) is { } unknown)
            {
                return unknown;
            }

            foreach (var name in names)
            {
                _alarms.Remove(name);
            }

            return null;
        }
    }

    /// <summary>Sets a state that lasts until the next evaluation; false when there is no such alarm.</summary>
    internal bool Set(string name, string state, string reason, string? reasonData)
    {
        lock (_lock)
        {
            if (!_alarms.TryGetValue(name, out var alarm))
            {
                return false;
            }

            _alarms[name] = alarm.With(state, reason, reasonData, _time.GetUtcNow());
            return true;
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private static DateTimeOffset Next(AlarmDefinition definition, DateTimeOffset after)
    {
        var every = definition.Stat.Period < 60 ? TickSeconds : 60;
        return Period.Begin(after, every).AddSeconds(every);
    }

    private void Tick()
    {
        var now = _time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (name, alarm) in _alarms.Where(entry => entry.Value.NextEvaluation <= now).ToList())
            {
                var window = AlarmEvaluation.Window(alarm.Definition, now, _delay);
                var evaluated = AlarmEvaluation.Evaluate(alarm, _read(alarm.Definition.Stat, window), window);
                _alarms[name] = evaluated with { NextEvaluation = Next(alarm.Definition, now) };
            }
        }
    }
}

using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch;

/// <summary>Gathers counts and values between two publications. Safe for any thread.</summary>
public sealed class MetricBuffer
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Name, string Dimensions), Entry> _entries = [];

    /// <summary>Adds to a counter. A counter that was not added to is absent from the next publication, as it is on AWS.</summary>
    public void Count(string name, ImmutableSortedDictionary<string, string> dimensions, double amount = 1)
    {
        lock (_lock)
        {
            Open(name, dimensions, "Count").Add(amount);
        }
    }

    /// <summary>Keeps one value, so that its percentiles can be read.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="dimensions">Its dimensions.</param>
    /// <param name="value">A finite number.</param>
    /// <param name="unit">One of CloudWatch's units.</param>
    public void Record(string name, ImmutableSortedDictionary<string, string> dimensions, double value, string unit = "Milliseconds")
    {
        lock (_lock)
        {
            Open(name, dimensions, unit).Values.Add(value);
        }
    }

    /// <summary>Takes out everything gathered so far, stamped as measured at <paramref name="timestamp"/>.</summary>
    public ImmutableArray<MetricDatum> Drain(DateTimeOffset timestamp)
    {
        lock (_lock)
        {
            ImmutableArray<MetricDatum> data = [.. _entries.Values.Select(entry => entry.ToDatum(timestamp))];
            _entries.Clear();
            return data;
        }
    }

    private Entry Open(string name, ImmutableSortedDictionary<string, string> dimensions, string unit)
    {
        var key = (name, string.Join('\0', dimensions.SelectMany(pair => (string[])[pair.Key, pair.Value])));
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries.Add(key, entry = new(name, dimensions, unit));
        }

        return entry;
    }

    private sealed record Entry(string Name, ImmutableSortedDictionary<string, string> Dimensions, string Unit)
    {
        public List<double> Values { get; } = [];

        public void Add(double amount)
        {
            if (Values.Count == 0)
            {
                Values.Add(0);
            }

            Values[0] += amount;
        }

        public MetricDatum ToDatum(DateTimeOffset timestamp) => new(Name, Dimensions, [.. Values], timestamp) { Unit = Unit };
    }
}

namespace Cutover.Engine.Probes;

/// <summary>The newest samples of one sort, bounded in number and in age. Not safe for concurrent use.</summary>
internal sealed class SampleSeries(int capacity, TimeSpan retention)
{
    private readonly Queue<Sample> _samples = new();
    private double _valueBeforeKept;

    public void Add(Sample sample)
    {
        _samples.Enqueue(sample);
        while (_samples.Count > capacity || _samples.Peek().At < sample.At - retention)
        {
            _valueBeforeKept = _samples.Dequeue().Value;
        }
    }

    /// <summary>The samples after <paramref name="from"/> up to and with <paramref name="to"/>, in order of time.</summary>
    public Sample[] Between(DateTimeOffset from, DateTimeOffset to) =>
        // A clock that is set back leaves samples out of order; sorting keeps the order of equal times.
        [.. _samples.Where(sample => sample.At > from && sample.At <= to).OrderBy(sample => sample.At)];

    /// <summary>The value of the last sample at or before <paramref name="instant"/>; 0 when there was none.</summary>
    public double ValueAt(DateTimeOffset instant)
    {
        var value = _valueBeforeKept;
        foreach (var sample in _samples.TakeWhile(sample => sample.At <= instant))
        {
            value = sample.Value;
        }

        return value;
    }
}

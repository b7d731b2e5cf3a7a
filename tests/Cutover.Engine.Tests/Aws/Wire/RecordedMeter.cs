using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>A host's meters, and everything measured with those of one name.</summary>
public sealed class RecordedMeter : IDisposable
{
    private readonly ServiceProvider host = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> measured = new();
    private readonly ConcurrentDictionary<string, string?> units = new();
    private readonly MeterListener listener = new();

    public RecordedMeter()
    {
        Factory = host.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, its) =>
        {
            // Other tests of this process have meters of the same name.
            if (ReferenceEquals(instrument.Meter.Scope, Factory))
            {
                units[instrument.Name] = instrument.Unit;
                its.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public IMeterFactory Factory { get; }

    public IReadOnlyDictionary<string, string?> Units => units;

    /// <summary>What was measured with an instrument so far: the tags' values in order of their names, and the value.</summary>
    public IReadOnlyList<(string Tags, double Value)> Of(string instrument) =>
        [.. measured.Where(one => one.Instrument == instrument).Select(one => (one.Tags, one.Value))];

    /// <summary>Asks the observable instruments for their values of this moment.</summary>
    public void Observe()
    {
        measured.Clear();
        listener.RecordObservableInstruments();
    }

    public void Dispose()
    {
        listener.Dispose();
        host.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Value}");
        measured.Enqueue((instrument.Name, value, string.Join(' ', words)));
    }
}

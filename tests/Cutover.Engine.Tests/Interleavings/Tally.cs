using System.Collections.Concurrent;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>What happened how often, over all histories.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Count(string what) => counts.AddOrUpdate(what, 1, (_, before) => before + 1);

    public long this[string what] => counts.GetValueOrDefault(what);

    public override string ToString() => string.Join(
        Environment.NewLine,
        counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value,10:N0}  {count.Key}"));
}

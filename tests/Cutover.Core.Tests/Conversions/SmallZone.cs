using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;

namespace Cutover.Core.Tests.Conversions;

/// <summary>A zone that takes batches by Route 53's rules and answers as its name servers do; knows nothing of conversions.</summary>
internal sealed record SmallZone(ImmutableArray<RecordSet> Sets)
{
    /// <summary>The zone after a batch.</summary>
    /// <exception cref="InvalidOperationException">Route 53 would refuse it.</exception>
    public SmallZone Take(ZoneBatch batch)
    {
        var sets = Sets;
        foreach (var change in batch.Changes())
        {
            var same = sets.Where(set => Key(set) == Key(change.RecordSet)).ToList();
            sets = (change.Action, same) switch
            {
                (ChangeAction.Delete, [var found]) when found.Matches(change.RecordSet) => sets.Remove(found),
                (ChangeAction.Create, []) => sets.Add(change.RecordSet),
                _ => throw new InvalidOperationException($"{change.Action} of {change.RecordSet} beside {same.Count}"),
            };
        }

        return sets.GroupBy(set => (set.Name, set.Type)).All(Stands) ? new SmallZone(sets) : throw new InvalidOperationException("mixed");
    }

    /// <summary>The answer to one query: content and TTL.</summary>
    /// <param name="draw">The name server's dice, from 0 up; any number.</param>
    public string Answer(string name, RecordType type, int draw)
    {
        var siblings = Sets.Where(set => set.Name == name && set.Type == type.ToString()).ToList();
        var wheel = siblings.SelectMany(set => Enumerable.Repeat(set, set.Weight ?? 1)).ToList();
        wheel = wheel.Count == 0 ? siblings : wheel;
        var set = wheel[draw % wheel.Count];
        return $"{set.Alias?.ToString() ?? string.Join(" ", set.Values)} for {set.Ttl ?? 60} s";
    }

    public bool Holds(SmallZone other) => Sets.Length == other.Sets.Length && Sets.All(set => other.Sets.Any(set.Matches));

    private static (string, string, string?) Key(RecordSet set) => (set.Name, set.Type, set.SetIdentifier);

    private static bool Stands(IEnumerable<RecordSet> siblings) =>
        siblings.Select(set => set.Weight is null).Distinct().Count() == 1
        && (siblings.First().Weight is not null || siblings.Count() == 1)
        && siblings.Select(set => set.Ttl).OfType<long>().Distinct().Count() <= 1;
}

using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Conversions;

/// <summary>Takes a conversion back by its exact reverse; what anyone has changed since is not overwritten.</summary>
public static class Undo
{
    /// <param name="done">The conversion as it was written.</param>
    /// <param name="now">The zones of its batches.</param>
    /// <returns>The reverse; a zone that holds already what it held before has no batch in it.</returns>
    public static ConversionOutcome Prepare(Conversion done, ZonesNow now)
    {
        var batches = done.Batches.Select(batch => (Batch: batch, Content: Content(batch, now))).ToList();
        ImmutableArray<Refusal> refusals = [.. batches.SelectMany(batch => Check(batch.Batch, batch.Content, now))];
        return refusals.IsEmpty
            ? new ConversionReady(done with
            {
                Batches = [.. batches
                    .Where(batch => batch.Batch.StandingIn(batch.Content) == BatchStanding.Written)
                    .Select(batch => batch.Batch.Reverse())
                    .Reverse()],
                Notes = [],
            })
            : new ConversionRefused(refusals);
    }

    private static ImmutableArray<RecordSet> Content(ZoneBatch batch, ZonesNow now) =>
        now.Zones.FirstOrDefault(content => content.Zone.Id == batch.Zone.Id)?.Sets ?? [];

    private static IEnumerable<Refusal> Check(ZoneBatch batch, ImmutableArray<RecordSet> sets, ZonesNow now)
    {
        var open = Keys(batch)
            .Select(key => OwnershipRules.Check(SelectedRecord.In(new ZoneContent(batch.Zone, sets), key), now))
            .OfType<Refusal>()
            .ToList();
        return open.Count > 0 ? open
            : batch.StandingIn(sets) == BatchStanding.Foreign ? Differences(batch, sets)
            : [];
    }

    private static IEnumerable<RecordKey> Keys(ZoneBatch batch) =>
        from place in batch.Places()
        let type = Enum.TryParse<RecordType>(place.Type, out var parsed) ? parsed : (RecordType?)null
        where type is not null
        select new RecordKey(batch.Zone.Id, place.Name, type.Value);

    private static IEnumerable<Refusal> Differences(ZoneBatch batch, ImmutableArray<RecordSet> sets) =>
        from place in batch.Places()
        let left = At(place, batch.After)
        let held = At(place, sets)
        where held.Length != left.Length || !left.All(set => held.Any(set.Matches))
        select new Refusal(
            $"{place.Name.TrimEnd('.')} {place.Type}",
            $"someone has changed it since: it holds {InWords(held)}, and was left as {InWords(left)}",
            "Put it back as it was left, or change it by hand: an undo overwrites nothing");

    private static ImmutableArray<RecordSet> At((string Name, string Type) place, ImmutableArray<RecordSet> sets) =>
        [.. sets.Where(set => (set.Name, set.Type) == place)];

    private static string InWords(ImmutableArray<RecordSet> sets) =>
        sets.IsEmpty ? "nothing" : string.Join("; ", sets.Select(RecordWords.Of));
}

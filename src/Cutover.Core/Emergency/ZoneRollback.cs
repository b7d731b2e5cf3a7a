using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Emergency;

/// <summary>What a rollback past the server comes to in one zone.</summary>
/// <param name="Refusals">The records that cannot be rolled back; they do not keep the others from it.</param>
/// <param name="Warnings">What a person should know before the yes, each naming its record.</param>
public sealed record ZoneRollback(
    ImmutableArray<PairRollback> Pairs,
    ImmutableArray<MarkRewrite> Marks,
    ImmutableArray<Refusal> Refusals,
    ImmutableArray<string> Warnings)
{
    /// <summary>
    /// The batch: deletes exactly what was read, creates what is wanted. A pair that is as wanted already is in it as well, for only a
    /// change of its own tells when it is INSYNC.
    /// </summary>
    public ImmutableArray<RecordSetChange> Changes =>
    [
        .. Pairs.SelectMany(pair => new[] { pair.Source, pair.Target }).Concat(Marks.Select(mark => mark.Before)).Select(Delete),
        .. Wanted.Select(Create),
    ];

    /// <summary>How long resolvers may hold an answer that they have now, in seconds.</summary>
    public long StaleSeconds => Pairs.Select(pair => pair.StaleSeconds).DefaultIfEmpty().Max();

    private IEnumerable<RecordSet> Wanted =>
        Pairs.SelectMany(pair => new[] { pair.SourceAfter, pair.TargetAfter }).Concat(Marks.Select(mark => mark.After));

    /// <summary>
    /// The records among these that are not as they were to be, in words; empty when the batch stands. A mark that is gone altogether was
    /// taken away by the host whose run it marked, once it had recorded the rollback.
    /// </summary>
    public ImmutableArray<string> MissingFrom(ImmutableArray<RecordSet> sets) =>
        [.. Wanted.Where(wanted => !sets.Any(wanted.Matches) && !IsHandedBack(wanted, sets)).Select(Identify).Distinct()];

    private bool IsHandedBack(RecordSet wanted, ImmutableArray<RecordSet> sets) =>
        Marks.Any(mark => mark.After == wanted) && !sets.Any(set => (set.Name, set.Type) == (wanted.Name, wanted.Type));

    private static string Identify(RecordSet set) =>
        $"{set.Name.TrimEnd('.')} {set.Type}{(set.SetIdentifier is { } identifier ? $" \"{identifier}\"" : string.Empty)}";

    private static RecordSetChange Delete(RecordSet set) => new(ChangeAction.Delete, set);

    private static RecordSetChange Create(RecordSet set) => new(ChangeAction.Create, set);
}

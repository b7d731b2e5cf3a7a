using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;

namespace Cutover.Engine.Views;

/// <summary>What is written to one zone, all of it or nothing.</summary>
/// <param name="Zone">Name and id.</param>
/// <param name="Lines">In the order of the batch.</param>
/// <param name="Answers">Of every name and type of the batch that people resolve.</param>
public sealed record BatchView(string Zone, ImmutableArray<BatchLineView> Lines, ImmutableArray<AnswersView> Answers)
{
    internal static BatchView Of(ZoneBatch batch) => new(
        $"{batch.Zone.Name.TrimEnd('.')} ({batch.Zone.Id})",
        [.. batch.Changes().Select(Line)],
        [.. batch.Places().Where(place => Enum.TryParse<RecordType>(place.Type, out _)).Select(place => new AnswersView(
            Name(place.Name, place.Type),
            RecordWords.Answers([.. batch.Before.Where(set => (set.Name, set.Type) == place)]),
            RecordWords.Answers([.. batch.After.Where(set => (set.Name, set.Type) == place)])))]);

    internal static BatchLineView Line(RecordSetChange change) => new(
        change.Action, Name(change.RecordSet.Name, change.RecordSet.Type), RecordWords.Of(change.RecordSet));

    private static string Name(string name, string type) => $"{name.TrimEnd('.')} {type}";
}

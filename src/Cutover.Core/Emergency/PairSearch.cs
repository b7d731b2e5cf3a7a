using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Plans;

namespace Cutover.Core.Emergency;

/// <summary>Finds the pairs that a request means among the record sets of a zone, or says what is there instead.</summary>
internal static class PairSearch
{
    public static IEnumerable<(FoundPair? Pair, Refusal? Refusal)> Find(RollbackRequest request, ImmutableArray<RecordSet> sets)
    {
        var standing = sets.Where(set => set.Name == request.Name).ToImmutableArray();
        var types = request.Types.IsEmpty ? TypesOf(request.Source, standing) : request.Types;
        return types.IsEmpty
            ? [(null, Missing(request.Name.TrimEnd('.'), request.Source, standing))]
            : types.Select(type => Find(request, [.. standing.Where(set => set.Type == type.ToString())], type));
    }

    private static ImmutableArray<RecordType> TypesOf(string source, ImmutableArray<RecordSet> standing) =>
        [.. Enum.GetValues<RecordType>().Where(type => standing.Any(set => set.Type == type.ToString() && set.SetIdentifier == source))];

    private static (FoundPair? Pair, Refusal? Refusal) Find(RollbackRequest request, ImmutableArray<RecordSet> siblings, RecordType type)
    {
        var record = $"{request.Name.TrimEnd('.')} {type}";
        var source = siblings.FirstOrDefault(set => set.SetIdentifier == request.Source);
        var rest = siblings.Where(set => set.SetIdentifier is not null && set != source).ToList();
        if (source is null || request.Target is null && rest.Count == 0)
        {
            return (null, Missing(record, source is null ? request.Source : "of another set identifier", siblings));
        }

        if (request.Target is null && rest.Count > 1)
        {
            return (null, Ambiguous(record, rest));
        }

        var target = request.Target is null ? rest[0] : rest.Find(set => set.SetIdentifier == request.Target);
        return target is null ? (null, Missing(record, request.Target!, siblings))
            : (Unweighted(record, source) ?? Unweighted(record, target)) is { } refusal ? (null, refusal)
            : (new FoundPair(source, target, [.. rest.Where(set => set != target)]), null);
    }

    private static Refusal Missing(string record, string identifier, ImmutableArray<RecordSet> siblings) => new(
        record,
        $"no record set \"{identifier}\"; found {Identifiers(siblings)}",
        "Correct the set identifier, or see in the AWS console what answers for this name");

    private static Refusal Ambiguous(string record, List<RecordSet> rest) => new(
        record,
        $"several other record sets take part: {Identifiers([.. rest])}",
        "Say which one traffic leaves: --from SETIDENTIFIER");

    private static Refusal? Unweighted(string record, RecordSet set) => set is { Weight: not null, OtherRouting: null } ? null : new(
        record,
        $"\"{set.SetIdentifier}\" has the routing policy {set.OtherRouting ?? "Simple"}, not Weighted",
        "Change it in the AWS console; only weighted record sets are written here");

    private static string Identifiers(ImmutableArray<RecordSet> siblings) => siblings.IsEmpty
        ? "none of this name and type"
        : string.Join(", ", siblings.Select(Identifier));

    private static string Identifier(RecordSet set) =>
        set.SetIdentifier is null ? $"a simple {set.Type} record set" : $"\"{set.SetIdentifier}\"";
}

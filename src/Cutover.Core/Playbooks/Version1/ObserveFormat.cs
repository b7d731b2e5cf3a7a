using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The "observe" mapping of "dns".</summary>
internal static class ObserveFormat
{
    public static Key<bool> Answers { get; } = new(
        "answers",
        Scalars.Switch,
        "Whether a step passes only once the zone's name servers have been seen to answer by its weights.")
    { Default = "on" };

    public static Key<ImmutableArray<Located<string>?>> Resolvers { get; } = new(
        "resolvers",
        new ListFormat<string>("resolvers", Scalars.Resolver),
        "Recursive resolvers, from whose answers it is charted how long old ones stay around. They judge nothing.")
    { DefaultRule = "none" };

    public static MappingFormat<ObservationPolicy> Format { get; } = new("observe", [Answers, Resolvers], Build);

    private static ObservationPolicy? Build(Section section)
    {
        var answers = section.Read(Answers);
        var resolvers = section.ReadOr(Resolvers, () => []);
        foreach (var twice in (resolvers?.Value ?? []).OfType<Located<string>>().GroupBy(one => one.Value).SelectMany(same => same.Skip(1)))
        {
            section.Refuse(twice.Place, $"{twice.Value} stands in this list already", "each resolver once");
        }

        return answers is null || resolvers is null || resolvers.Value.Contains(null)
            ? null
            : new ObservationPolicy(answers.Value, [.. resolvers.Value.Select(resolver => resolver!.Value)]);
    }
}

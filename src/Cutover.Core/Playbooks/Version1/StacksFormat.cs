using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The pair of stacks.</summary>
internal static class StacksFormat
{
    public static Key<Stack> Source { get; } = new("source", StackFormat.Format, "The stack that traffic leaves.") { IsRequired = true };

    public static Key<Stack> Target { get; } = new("target", StackFormat.Format, "The stack that traffic goes to.") { IsRequired = true };

    public static MappingFormat<Stacks> Format { get; } = new("stacks", [Source, Target], Build);

    private static Stacks? Build(Section section)
    {
        var (source, target) = (section.Inside(Source), section.Inside(Target));
        RefuseEqual(
            source,
            target,
            StackFormat.Name,
            "nobody could tell which stack a button or a message means",
            "a name of its own for each stack");
        RefuseEqual(
            source,
            target,
            StackFormat.SetIdentifier,
            "the record sets of a pair differ in their set identifiers",
            "the set identifiers that the zone has");
        RefuseEqual(source, target, StackFormat.Endpoint, "probes would measure one stack twice", "where the target itself listens");
        var (from, to) = (section.Read(Source), section.Read(Target));
        return from is null || to is null ? null : new Stacks(from.Value, to.Value);
    }

    private static void RefuseEqual<T>(Section? source, Section? target, Key<T> key, string why, string mend)
    {
        if (source?.Peek(key) is { Value: { } one } && target?.Peek(key) is { Value: { } other } located && one.Equals(other))
        {
            target.Refuse(located.Place, $"both stacks have the {key.Name} {one}, and {why}", mend);
        }
    }
}

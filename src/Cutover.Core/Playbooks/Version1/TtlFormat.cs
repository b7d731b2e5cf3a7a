using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The "ttl" mapping of "dns".</summary>
internal static class TtlFormat
{
    public static Key<TimeSpan> During { get; } = new(
        "during",
        Scalars.Duration,
        "The TTL while the run is open: whole seconds, 1s and up, lower than what the zone holds.")
    { IsRequired = true, Example = "10s" };

    public static Key<bool> Restore { get; } = new(
        "restore",
        Scalars.Switch,
        "Whether the completed run restores the TTL that it found. A rollback always does.")
    { Default = "on" };

    public static MappingFormat<TtlPolicy> Format { get; } = new("ttl", [During, Restore], Build);

    private static TtlPolicy? Build(Section section)
    {
        var (during, restore) = (section.Read(During), section.Read(Restore));
        if (during is not null && during.Value.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            var mend = TimeSpan.FromSeconds(Math.Ceiling(during.Value.TotalSeconds));
            section.Refuse(
                during.Place,
                $"a TTL has whole seconds, 1s and up, and {DurationNotation.Write(during.Value)} has not",
                during.Place.With(DurationNotation.Write(mend)));
        }

        return during is null || restore is null ? null : new TtlPolicy(during.Value, restore.Value);
    }
}

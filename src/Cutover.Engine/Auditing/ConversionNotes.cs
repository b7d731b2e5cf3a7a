using Cutover.Core.Conversions;

namespace Cutover.Engine.Auditing;

/// <summary>Conversions as they go on record: before they are written, with what they would write.</summary>
internal static class ConversionNotes
{
    public static AuditNote Apply(Conversion conversion, Origin origin, string? why) =>
        new(origin, $"conversion.{conversion.Kind.ToString().ToLowerInvariant()}")
        {
            Playbook = conversion.Playbook, Why = why, After = Written(conversion),
        };

    public static AuditNote Undo(long id, string playbook, Conversion reverse, Origin origin, string? why) =>
        new(origin, "conversion.undo") { Playbook = playbook, Why = why, Before = new { Conversion = id }, After = Written(reverse) };

    private static object Written(Conversion conversion) => new
    {
        Checksum = conversion.Checksum(),
        Zones = conversion.Batches.Select(batch => batch.Zone.Name),
        Records = conversion.Batches.SelectMany(batch => batch.Places()).Select(place => $"{place.Name} {place.Type}"),
    };
}

using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Dns;

namespace Cutover.Core.Ownership;

/// <summary>
/// The TXT record that stands beside a name's pairs while a run is open, written and deleted in the run's own batches. It keeps a second
/// Cutover away, tells other tools whose the pair is, and remembers what a rollback restores when neither server nor database is there.
/// </summary>
/// <param name="Run">The run's number and a random part of its own, for example "12-9f3c21ab": no two runs anywhere share it.</param>
/// <param name="Initial">What a rollback restores, by type.</param>
/// <param name="BreakGlass">Set by a rollback past the server.</param>
public sealed record OwnershipMark(string Run, ImmutableArray<MarkedPair> Initial, BreakGlass? BreakGlass = null)
{
    /// <summary>TTL of the TXT record in seconds. Nobody resolves it, so it matters to no answer.</summary>
    public const long Ttl = 60;

    private const string Heritage = "heritage=cutover";
    private const string Prefix = "_cutover.";
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The name of the mark of a record's name, both with the trailing dot. A wildcard's asterisk stands only in front.</summary>
    public static string NameFor(string recordName) =>
        Prefix + (recordName.StartsWith("*.", StringComparison.Ordinal) ? "_wildcard" + recordName[1..] : recordName);

    /// <summary>A record's name and that of its mark, which follows it in the zone's order: both are usually on one page.</summary>
    public static ImmutableArray<string> NamesAt(string recordName) => [recordName, NameFor(recordName)];

    /// <summary>The TXT record at the place of a name's mark, whoever wrote it; null where there is none.</summary>
    public static RecordSet? StandingAt(string recordName, ImmutableArray<RecordSet> sets) =>
        sets.FirstOrDefault(set => set.Type == "TXT" && set.Name == NameFor(recordName));

    /// <summary>The mark as the record set that Route 53 holds for a name.</summary>
    public RecordSet ToRecordSet(string recordName) => new(NameFor(recordName), "TXT", null, null, Ttl, [$"\"{this}\""]);

    /// <summary>Reads a record set; null when it is no mark of Cutover's.</summary>
    public static OwnershipMark? Parse(RecordSet set) =>
        set is { Type: "TXT", Values: [var value] } && value.Length > 2 && value[0] == '"' && value[^1] == '"'
            ? Parse(value[1..^1])
            : null;

    public override string ToString()
    {
        var at = BreakGlass?.At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);
        var broken = BreakGlass is null ? string.Empty : $",rollback=break-glass,by={Plain(BreakGlass.Who)},at={at}";
        return $"{Heritage},run={Run},initial={string.Join(';', Initial)}{broken}";
    }

    private static OwnershipMark? Parse(string text)
    {
        var fields = text.Split(',').Select(field => field.Split('=', 2)).Where(field => field.Length == 2)
            .GroupBy(field => field[0], StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.First()[1], StringComparer.Ordinal);
        var initial = fields.GetValueOrDefault("initial", string.Empty).Split(';').Select(MarkedPair.Parse).ToList();
        return text.StartsWith(Heritage + ",", StringComparison.Ordinal)
            && fields.TryGetValue("run", out var run)
            && !initial.Contains(null)
            ? new OwnershipMark(run, [.. initial.OfType<MarkedPair>()], Broken(fields))
            : null;
    }

    private static BreakGlass? Broken(Dictionary<string, string> fields) =>
        fields.GetValueOrDefault("rollback") == "break-glass"
        && DateTimeOffset.TryParseExact(
            fields.GetValueOrDefault("at"), Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new BreakGlass(fields.GetValueOrDefault("by", "someone"), at)
            : null;

    // A TXT string holds 255 characters, and commas, quotes and backslashes mean something in it.
    private static string Plain(string who)
    {
        var plain = new string([.. who.Select(letter => char.IsAsciiLetterOrDigit(letter) || "@.-_+:/".Contains(letter) ? letter : '-')]);
        return plain.Length > 64 ? plain[..64] : plain;
    }
}

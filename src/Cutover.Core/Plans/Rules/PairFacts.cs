using System.Globalization;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Health;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Plans.Rules;

/// <summary>A pair that was found, with all that a rule may need to judge it.</summary>
internal sealed record PairFacts(Playbook Playbook, PlannedRecord Record, ZoneContent Content, ZoneView View)
{
    public RecordSet Source => Record.Source;

    public RecordSet Target => Record.Target;

    /// <summary>Both record sets, the source's first.</summary>
    public RecordSet[] Both => [Source, Target];

    /// <summary>Null for a record set without a health check.</summary>
    public HealthVerdict? HealthOf(RecordSet set) => set.HealthCheckId is { } check ? View.HealthOf(check) : null;

    public Refusal Refuse(string message, string mend) => new(Record.Key.ToString(), message, mend);

    public PlanWarning Warn(string message, string mend) => new(Record.Key.ToString(), message, mend);

    public static string Quoted(RecordSet set) => $"\"{set.SetIdentifier}\"";

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
}

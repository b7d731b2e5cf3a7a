using System.Text.Json.Serialization;
using Cutover.Core.Statistics;

namespace Cutover.Core.Gates;

/// <summary>Events of a stretch of time that no count before has.</summary>
/// <param name="Bad">How many went wrong, at least 0.</param>
/// <param name="Total">All of them; for held connections the minutes for which one was held. At least 0.</param>
/// <param name="IsFree">Before the run's first write: nobody was sent to the target, so it spends nothing.</param>
public sealed record EventCount(
    DateTimeOffset From,
    DateTimeOffset To,
    long Bad,
    double Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsFree = false)
{
    [JsonIgnore]
    public Tally Events => new(Bad, Total);

    public static EventCount Of(DateTimeOffset from, DateTimeOffset to, Tally events) => new(from, to, events.Events, events.Exposure);
}

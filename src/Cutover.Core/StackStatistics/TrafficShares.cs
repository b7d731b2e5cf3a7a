using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.StackStatistics;

/// <summary>
/// The two clocks of a move: where new connections go, which follows the weight within minutes, and where the open ones are, which follows
/// at the pace at which they end.
/// </summary>
/// <param name="At">The moment.</param>
/// <param name="New">The target's share of the upgrades in the window; null when there were none or a stack is not in sight.</param>
/// <param name="Resident">The target's share of the open WebSockets; null when there are none.</param>
/// <param name="Low">What <paramref name="Resident"/> is at least, if everything out of sight is on the source.</param>
/// <param name="High">What it is at most, if everything out of sight is on the target.</param>
/// <param name="Residents">Open WebSockets of both stacks, those out of sight included.</param>
/// <param name="Churn">Of both stacks together.</param>
/// <param name="Gaps">What is missing or doubtful, in sentences for people.</param>
public sealed record TrafficShares(
    DateTimeOffset At,
    Share? New,
    Share? Resident,
    Share Low,
    Share High,
    double Residents,
    Churn Churn,
    ImmutableArray<string> Gaps)
{
    /// <summary>Every instance of both stacks was seen just now.</summary>
    public bool IsWhole { get; init; } = true;

    public static TrafficShares Of(StackReading source, StackReading target)
    {
        var (gone, come) = (source.Open + source.OpenUnseen, target.Open + target.OpenUnseen);
        var inSight = !source.Counted.IsEmpty && !target.Counted.IsEmpty;
        return new TrafficShares(
            target.At,
            inSight ? Part(target.Rates.Upgrades, source.Rates.Upgrades) : null,
            Part(come, gone),
            IsSeen(target) && WereSeen(source) ? Part(target.Open, gone) ?? Share.None : Share.None,
            IsSeen(source) && WereSeen(target) ? Part(come, source.Open) ?? Share.All : Share.All,
            gone + come,
            new Churn(source.Churn.Ended + target.Churn.Ended, source.Churn.ResidentMinutes + target.Churn.ResidentMinutes),
            [.. source.Gaps, .. target.Gaps])
        {
            IsWhole = source.IsWhole && target.IsWhole,
        };
    }

    /// <summary>The same as seen from the source: its shares instead of the target's.</summary>
    public TrafficShares OfSource() => this with
    {
        New = Rest(New),
        Resident = Rest(Resident),
        Low = Rest(High)!.Value,
        High = Rest(Low)!.Value,
    };

    private static bool IsSeen(StackReading stack) => stack.Instances.Any(instance => instance.IsSeen);

    // What an instance holds that nobody has ever seen may be anything.
    private static bool WereSeen(StackReading stack) => stack.Instances.All(instance => instance.SeenAt is not null);

    private static Share? Rest(Share? share) => share is { } part ? new Share(100 - part.Percent) : null;

    private static Share? Part(double part, double rest) => part + rest > 0 ? new Share((decimal)(100 * part / (part + rest))) : null;
}

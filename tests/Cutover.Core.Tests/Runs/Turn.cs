using Cutover.Core.Dns;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs;

/// <summary>One line of a run's journal.</summary>
/// <param name="Before">The state that met the event; null for the start.</param>
internal sealed record Turn(DateTimeOffset At, RunState? Before, RunEvent Event, Decision Decision)
{
    public RunState After => Decision.State;

    public IEnumerable<ApplyWeightsCommand> Applies => Decision.Commands.OfType<ApplyWeightsCommand>();

    /// <summary>The run was live before the event.</summary>
    public bool WasLive => Before is { } before && !before.Phase.IsFinished();

    /// <summary>The run was live and on its way forward before the event.</summary>
    public bool WasForward => WasLive && !Before!.Phase.IsRollback();

    /// <summary>The same, and its preflight was over: something may have been written.</summary>
    public bool WasUnderWay => WasForward && Before!.Preflight is null;

    public bool IsForward => !After.Phase.IsFinished() && !After.Phase.IsRollback();

    /// <summary>The run turned back in this decision.</summary>
    public bool TurnedBack => WasForward && After.Phase.IsRollback();

    /// <summary>The zones were read, and this run's marks tell of a rollback past the server.</summary>
    public bool SeesBreakGlass => Event is ZoneReadEvent { Found.BreakGlass: not null };

    public bool IsAsked(OperatorAct act) => Event is OperatorAskedEvent asked && asked.Act == act;

    public bool Restores(Plan plan) => 
        plan.Zones.All(zone => Applies.Any(apply => apply.ZoneId == zone.Id && apply.Wanted.SameAs(plan.Initial.In(zone.Id))));

    public override string ToString() => FormattableString.Invariant(
        $"{(At - SamplePlans.Noon).TotalSeconds,6:0} s  {Event.GetType().Name[..^5],-16} {After.Phase,-18} {After.Hold?.Reason,-14} {Decision.Reason}");
}

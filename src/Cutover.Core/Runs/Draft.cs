using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Runs;

/// <summary>A decision in the making: each rule takes one and gives the next.</summary>
internal sealed record Draft(
    Plan Plan,
    RunState State,
    DateTimeOffset Now,
    ImmutableArray<RunCommand> Commands,
    ImmutableArray<string> Reasons,
    bool Refused = false)
{
    /// <summary>What the step waits for beside its bake; null for nothing.</summary>
    public ConnectionShareCondition? Until => Plan.UntilOf(State.Step);

    public Draft Because(string reason) => this with { Reasons = Reasons.Add(reason) };

    public Draft Command(RunCommand command) => this with { Commands = Commands.Add(command) };

    public Draft Announce(Severity severity, string words) => Command(new AnnounceCommand(severity, words));

    public Draft With(RunState state) => this with { State = state };

    public Draft Enter(RunPhase phase, DateTimeOffset? until = null) =>
        With(State with { Phase = phase, PhaseSince = State.Phase == phase ? State.PhaseSince : Now, Until = until });

    public Draft Refuse(string reason) => Because(reason) with { Refused = true };

    /// <summary>Holds the run, unless it is held already; a person's pause gives way to the machine's own reasons.</summary>
    public Draft HoldFor(HoldReason reason, string words)
    {
        if (State.Hold is { } hold && (hold.Reason != HoldReason.Operator || reason == HoldReason.Operator))
        {
            return this;
        }

        var held = With(State with { Hold = new Hold(reason, words, Now) }).Because($"Held: {words}.");
        return reason == HoldReason.Operator ? held : held.Announce(Severity.Warning, $"Held: {words}.");
    }
}

using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Core.Runs;

namespace Cutover.Core.Backtests;

/// <summary>
/// Judges measurements of the past one after the other, so that nobody has to hold all of them. One backtest, one thread.
/// </summary>
public sealed class BacktestReplay(Playbook playbook)
{
    private readonly Dictionary<string, Gate> gates = playbook.Gates.ToDictionary(gate => gate.Name);
    private readonly Dictionary<string, GateReadings> readings = [];
    private readonly Dictionary<string, GateState> states = [];
    private readonly ImmutableArray<VerdictChange>.Builder changes = ImmutableArray.CreateBuilder<VerdictChange>();
    private BacktestStop? hold;
    private BacktestStop? rollBack;

    /// <summary>What all that was taken comes to.</summary>
    public Backtest Result => new(
        rollBack is not null ? BacktestEnd.RolledBack
            : hold is not null ? BacktestEnd.Held
            : states.Count == 0 ? BacktestEnd.NotJudged
            : BacktestEnd.Passed,
        changes.ToImmutable(),
        hold,
        rollBack);

    /// <param name="measuring">No older than the one before, and of a gate of the playbook.</param>
    public void Take(Measuring measuring)
    {
        var (name, now) = (measuring.Gate, measuring.At);
        readings[name] = readings.GetValueOrDefault(name, GateReadings.None).With(
            gates[name], measuring.Target, measuring.Source, measuring.Stretches);
        var (target, source) = GateJudge.Judge(gates[name], playbook.Stacks, readings[name], now);
        var known = states.GetValueOrDefault(name);
        Note(now, name, StackRole.Target, target, known?.Target);
        Note(now, name, StackRole.Source, source, known?.Source);
        states[name] = new GateState(
            target, source, target.Verdict == Verdict.Passed || known is null ? now : known.BlindSince);
        Watch(name, states[name], now);
    }

    private void Note(DateTimeOffset now, string gate, StackRole stack, StackVerdict? verdict, StackVerdict? before)
    {
        if (verdict is not null && verdict.Verdict != before?.Verdict)
        {
            changes.Add(new VerdictChange(now, gate, stack, verdict.Verdict, verdict.Words));
        }
    }

    // The rules of the guard.
    private void Watch(string name, GateState gate, DateTimeOffset now)
    {
        var blind = now - gate.BlindSince;
        var blindness = FormattableString.Invariant($"{name} has not passed for {blind.TotalSeconds:0} s ({gate.Target!.Words})");
        rollBack ??= gate.FailsOnTargetOnly ? new BacktestStop(now, name, gate.Target.Words)
            : blind >= playbook.NoData.RollBackAfter && gate.Source?.Verdict != Verdict.Failed
                ? new BacktestStop(now, name, blindness)
            : null;
        hold ??= gate.FailsOnBoth
                ? new BacktestStop(now, name, $"{name} fails on both stacks, so going back would not help: {gate.Target.Words}")
            : blind >= playbook.NoData.HoldAfter ? new BacktestStop(now, name, blindness)
            : null;
    }
}

namespace Cutover.Core.Runs;

/// <summary>Something that a person asked of a run, and that was done.</summary>
/// <param name="Step">The step after it, counted from 0; -1 before the first.</param>
/// <param name="Reason">What was decided, in words.</param>
public sealed record ActTaken(OperatorAct Act, DateTimeOffset At, string Who, int Step, string Reason);

namespace Cutover.Core.Gates;

/// <summary>A gate's verdict about each stack.</summary>
/// <param name="Target">About the target, or about both at once where the gate knows no stacks.</param>
/// <param name="Source">Null where the gate knows no stacks.</param>
public sealed record GateVerdicts(StackVerdict Target, StackVerdict? Source);

using Cutover.Core.Gates;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Backtests;

/// <summary>A verdict that differs from the one before it.</summary>
public sealed record VerdictChange(DateTimeOffset At, string Gate, StackRole Stack, Verdict Verdict, string Words);

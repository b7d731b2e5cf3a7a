using Cutover.Core.Gates;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Runs.Random;

/// <summary>What a random world does next. Closed.</summary>
internal abstract record Move;

/// <summary>Time passes; a wake-up that falls into it is delivered at the end, so it may be late.</summary>
internal sealed record PassTime(int Seconds) : Move;

/// <summary>Time passes to the wake-up, and a little over.</summary>
internal sealed record WakeUpCall(int LateSeconds) : Move;

/// <summary>One of the outstanding commands is carried out; its outcome is on its way.</summary>
internal sealed record Perform(int Which, Luck Luck) : Move;

/// <summary>One of the outcomes on their way arrives, in any order.</summary>
internal sealed record Deliver(int Which) : Move;

/// <summary>A gate is judged.</summary>
/// <param name="OldSeconds">How long ago the judged data ended.</param>
internal sealed record Judge(int Gate, Verdict Target, Verdict? Source, int OldSeconds) : Move;

/// <summary>The stacks' answers to the same probe are compared.</summary>
internal sealed record Compare(bool Alike) : Move;

/// <summary>The connections are counted.</summary>
/// <param name="Percent">The target's share of the open ones; null where none is in sight.</param>
/// <param name="OutOfSight">By so much the share may be larger or smaller, in percent.</param>
/// <param name="OldSeconds">How long ago that was.</param>
internal sealed record Count(int? Percent, int OutOfSight, int OldSeconds) : Move;

/// <summary>A person asks for something.</summary>
/// <param name="StepOffset">For an approval: 0 names the step that waits, anything else a wrong one, null none.</param>
/// <param name="Person">Who it is; null where nobody proves it.</param>
internal sealed record Ask(OperatorAct Act, bool WithReason, int? StepOffset, string? Person = null) : Move;

/// <summary>Someone else writes into the zone.</summary>
/// <param name="Target">The weight they give the target, beside 200 for the source: never one of the plan's.</param>
internal sealed record ForeignWrite(int Zone, int Target) : Move;

/// <summary>Someone else puts a mark of their own in the place of the run's, or only takes the run's away.</summary>
internal sealed record ForeignMark(int Zone, bool Removes) : Move;

/// <summary>Someone rolls back past the server, in so many of the zones.</summary>
internal sealed record BreakTheGlass(int Zones) : Move;

/// <summary>Someone else puts back what the run last wrote.</summary>
internal sealed record ForeignMend : Move;

/// <summary>For a while all goes well, so that runs get far.</summary>
internal sealed record Fortune(int Rounds) : Move;

/// <summary>An event that the world has no reason for.</summary>
internal sealed record Junk(RunEvent Event) : Move;

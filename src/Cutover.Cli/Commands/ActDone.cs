using Cutover.Core.Runs;

namespace Cutover.Cli.Commands;

/// <summary>The JSON output of pause, resume, approve, skip, back, rollback and abandon.</summary>
/// <param name="Effect">What the host said beforehand that the act would do; for a roll-back the exact weights.</param>
/// <param name="Reason">What the machine decided.</param>
internal sealed record ActDone(long RunId, OperatorAct Act, string Effect, string Reason);

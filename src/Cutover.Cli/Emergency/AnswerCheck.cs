using System.Collections.Immutable;

namespace Cutover.Cli.Emergency;

/// <summary>What the name servers answered after a rollback.</summary>
/// <param name="Answered">Answers that named a value of a record set.</param>
/// <param name="OfTarget">Of these, how many named one that nobody should be sent to any more.</param>
/// <param name="Servers">The servers that answered.</param>
/// <param name="Notes">What could not be asked, and why.</param>
internal sealed record AnswerCheck(int Answered, int OfTarget, ImmutableArray<string> Servers, ImmutableArray<string> Notes);

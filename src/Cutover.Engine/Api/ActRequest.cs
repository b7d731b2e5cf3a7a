using Cutover.Core.Runs;

namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/runs/{id}/acts. Answers 200 with an <see cref="ActDoneView"/>, 409 when the machine refuses, 404 without such a
/// run.
/// </summary>
/// <param name="Reason">Why; must be given for Skip and Abandon.</param>
/// <param name="Step">For an approval: the index of the step, as the run's view gave it.</param>
/// <param name="AsOf">
/// Number of the decision that the person looked at (the summary's sequence): when the run has changed its phase or step since, or was acted
/// on, the act is refused and the answer says by what. A roll back is never refused for that. Null takes the run as it is.
/// </param>
public sealed record ActRequest(OperatorAct Act, string? Reason, int? Step = null, long? AsOf = null)
{
    /// <summary>What to send as <see cref="AsOf"/>: nothing for what stops a run, which is right whatever has happened meanwhile.</summary>
    /// <param name="sequence">Number of the decision that the person looked at.</param>
    public static long? LookedAt(OperatorAct act, long sequence) => act is OperatorAct.Pause or OperatorAct.RollBack ? null : sequence;
}

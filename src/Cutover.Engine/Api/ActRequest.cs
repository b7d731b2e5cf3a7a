using Cutover.Core.Runs;

namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/runs/{id}/acts. Answers 200 with an <see cref="ActDoneView"/>, 409 when the machine refuses, 404 without such a
/// run.
/// </summary>
/// <param name="Reason">Why; must be given for Skip and Abandon.</param>
/// <param name="Step">For an approval: the index of the step, as the run's view gave it.</param>
public sealed record ActRequest(OperatorAct Act, string? Reason, int? Step = null);

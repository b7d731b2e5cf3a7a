using Cutover.Engine.Api;
using Cutover.Engine.Runs;

namespace Cutover.Web.Api;

/// <summary>How the API answers a start, the first time and again.</summary>
internal static class StartAnswer
{
    public static IResult Of(StartOutcome outcome) => outcome switch
    {
        RunStarted { RunId: var id } => TypedResults.Created(ApiRoutes.Run(id), new StartedView(id)),
        RunNotStarted { Plan: PlanMade } =>
            Problem.Answer(new("Started by someone else at the same moment", 409, "Look at the runs, and try again.")),
        PlanChanged changed => Problem.Answer(new("The plan has changed", 412, changed.ToString())),
        RunNotStarted { Plan: var plan } => Problem.Answer(Problem.Of(plan)),
        _ => throw new InvalidOperationException($"{outcome} is not an outcome of a start."),
    };
}

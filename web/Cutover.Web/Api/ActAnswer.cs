using Cutover.Engine.Api;
using Cutover.Engine.Runs;

namespace Cutover.Web.Api;

/// <summary>How the API answers an act, the first time and again.</summary>
internal static class ActAnswer
{
    public static IResult Of(long run, ActOutcome outcome) => outcome switch
    {
        ActDone { Reason: var reason } => TypedResults.Ok(new ActDoneView(reason)),
        ActRefused { Reason: var reason } => Problem.Answer(new("Not done", 409, reason)),
        _ => Problem.NoSuchRun(run),
    };
}

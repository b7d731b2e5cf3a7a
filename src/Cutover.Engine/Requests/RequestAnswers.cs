using Cutover.Core.Runs;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Requests;

/// <summary>Keeps the answer to a request that comes to no decision, in the transaction of what was done.</summary>
internal static class RequestAnswers
{
    /// <param name="request">Null for a request without a key.</param>
    public static void KeepAnswer(this CutoverContext context, RequestRecord? request, int status, object answer)
    {
        if (request is not null)
        {
            (request.Status, request.ContentType, request.Answer) = (status, "application/json", RunJson.Write(answer));
            context.Requests.Add(request);
        }
    }
}

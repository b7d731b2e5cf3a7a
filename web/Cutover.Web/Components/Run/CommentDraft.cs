using Cutover.Core.Accounts;
using Cutover.Engine.Comments;
using Cutover.Web.Api;

namespace Cutover.Web.Components.Run;

/// <summary>A comment that is being written. It stays until it is known to be kept.</summary>
public sealed class CommentDraft(long run, RunComments comments, OperatorName operatorName, TimeProvider time, ILogger logger)
{
    public string Text { get; set; } = string.Empty;

    /// <summary>Names this comment, so that it is written once, whichever way it comes.</summary>
    public string Key { get; private set; } = Guid.NewGuid().ToString();

    public string? Problem { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Writes it down; true when it is kept.</summary>
    /// <param name="playbook">The run's.</param>
    public async Task<bool> SendAsync(string? playbook)
    {
        if ((Problem = Bounds.CommentProblem(Text)) is not null)
        {
            return false;
        }

        IsBusy = true;
        try
        {
            var permit = await operatorName.PermitAsync(Role.Operator, playbook);
            if (permit.Origin is not { } origin)
            {
                Problem = permit.Refusal;
                return false;
            }

            await comments.AddAsync(
                run, RunComments.Clean(Text)!, origin, CommentForm.Request(origin.Who, run, Key, time.GetUtcNow()), CancellationToken.None);
            (Text, Key) = (string.Empty, Guid.NewGuid().ToString());
            return true;
        }
        catch (Exception failure)
        {
            Log.CommentNotKept(logger, run, failure);
            Problem = $"{failure.Message} What you typed is still here.";
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }
}

using Cutover.Engine.Notifications.Approvals;
using Cutover.Engine.Notifications.Messages;

namespace Cutover.Engine.Notifications;

/// <summary>Gives messages their links, when they leave: a code to approve with lies nowhere before.</summary>
internal sealed class MessageLinks(ApprovalLinks approvals, EngineOptions options)
{
    public async Task<OutgoingMessage> AddToAsync(string id, NotificationMessage message, string channel, CancellationToken cancellation) =>
        options.PublicAddress is not { } host || message.Run is not { } run ? new OutgoingMessage(id, message, Link: null, Approval: null)
            : new OutgoingMessage(
                id,
                message,
                On(host, FormattableString.Invariant($"runs/{run}")),
                message is { Step: { } step, WaitingSince: { } since }
                    && await approvals.MintAsync(run, step, since, channel, cancellation) is { } minted
                        ? new OutgoingApproval(On(host, ApprovalLinks.Path(run, minted.Code)), minted.ExpiresAt)
                        : null);

    private static Uri On(Uri host, string path) => new(new Uri(host.AbsoluteUri.TrimEnd('/') + "/"), path);
}

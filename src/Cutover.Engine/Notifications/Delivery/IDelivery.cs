using Cutover.Engine.Notifications.Messages;

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>Brings one message to one channel, once. What goes wrong is an outcome and no exception.</summary>
internal interface IDelivery
{
    Task<DeliveryOutcome> SendAsync(OutgoingMessage outgoing, CancellationToken cancellation);
}

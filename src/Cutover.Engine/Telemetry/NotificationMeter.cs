using System.Diagnostics.Metrics;

namespace Cutover.Engine.Telemetry;

/// <summary>Counts what became of tries to tell people.</summary>
internal sealed class NotificationMeter(IMeterFactory factory)
{
    private readonly Counter<long> tries = factory.Create("Cutover.Notifications").CreateCounter<long>(
        "cutover.notifications", "{try}", "Tries to bring a message to a channel: delivered, failed and tried again, or dead.");

    public void Ended(string channel, string outcome) =>
        tries.Add(1, new("cutover.channel", channel), new KeyValuePair<string, object?>("cutover.outcome", outcome));
}

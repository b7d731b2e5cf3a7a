using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cutover.Core.Dns;
using Cutover.Core.Notifications;

namespace Cutover.Engine.Notifications.Messages;

/// <summary>A message for a generic webhook: type, timestamp and data, as Standard Webhooks advises.</summary>
internal static class WebhookJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(OutgoingMessage outgoing)
    {
        var message = outgoing.Message;
        var data = new JsonObject
        {
            ["id"] = outgoing.Id,
            ["severity"] = message.Severity.ToString().ToLowerInvariant(),
            ["run"] = message.Run,
            ["decision"] = message.Sequence,
            ["playbook"] = message.Playbook,
            ["source"] = message.Source,
            ["target"] = message.Target,
            ["title"] = message.Title,
            ["reason"] = message.Words,
            ["weights"] = new JsonArray([.. message.Weights.Select(Weights)]),
            ["waitsFor"] = message.WaitsFor,
            ["step"] = message.Step + 1,
            ["link"] = outgoing.Link?.AbsoluteUri,
            ["approvalLink"] = outgoing.Approval?.Link.AbsoluteUri,
            ["approvalLinkExpiresAt"] = outgoing.Approval?.ExpiresAt.UtcDateTime,
        };
        return new JsonObject
        {
            ["type"] = Type(message.Event), ["timestamp"] = message.At.UtcDateTime, ["data"] = data,
        }.ToJsonString(Options);
    }

    public static string Type(NotificationEvent happened) =>
        happened == NotificationEvent.Test ? "test" : $"run.{happened.Keyword()}";

    private static JsonNode Weights(MessageWeights weights) => new JsonObject
    {
        ["record"] = weights.Record, ["before"] = Pair(weights.Before), ["after"] = Pair(weights.After),
    };

    private static JsonObject Pair(PairWeights weights) => new() { ["source"] = weights.Source, ["target"] = weights.Target };
}

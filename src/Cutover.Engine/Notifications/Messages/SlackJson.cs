using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cutover.Engine.Notifications.Messages;

/// <summary>
/// A message for an incoming webhook of Slack: "text" for notifications and for what knows no blocks, "blocks" for the rest. Whatever is
/// not the product's own is escaped as Slack asks for (&amp;, &lt;, &gt;), so that no reason can mention a channel or make a link.
/// </summary>
internal static class SlackJson
{
    // Slack refuses a whole message for one text that is too long: 150 characters in a header, 3,000 in a section.
    private const int LongestTitle = 150;
    private const int LongestSection = 2900;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(OutgoingMessage outgoing)
    {
        var message = outgoing.Message;
        var blocks = new JsonArray(
            new JsonObject { ["type"] = "header", ["text"] = Text("plain_text", Cut($"{Mark(message)} {message.Title}", LongestTitle)) },
            Section(Escaped(message.Words)));
        if (!message.Weights.IsEmpty)
        {
            var lines = message.Weights.Select(weights => weights.ToString());
            blocks.Add(Section($"Weights {Escaped($"{message.Source}/{message.Target}")}\n{Escaped(string.Join('\n', lines))}"));
        }

        if (message.WaitsFor is { } waits)
        {
            blocks.Add(Section($"*Now:* {Escaped(waits)}"));
        }

        if (Links(outgoing) is { Length: > 0 } links)
        {
            blocks.Add(Section(links));
        }

        return new JsonObject { ["text"] = Escaped($"{message.Title}: {message.Words}"), ["blocks"] = blocks }.ToJsonString(Options);
    }

    private static string Links(OutgoingMessage outgoing) => string.Join("   ", new[]
    {
        outgoing.Link is { } link ? $"<{link.AbsoluteUri}|Open the run>" : null,
        outgoing.Approval is { } approval
            ? $"<{approval.Link.AbsoluteUri}|Approve> (once, after a sign-in, until {MessageText.Time(approval.ExpiresAt)})"
            : null,
    }.OfType<string>());

    private static JsonObject Section(string words) => new() { ["type"] = "section", ["text"] = Text("mrkdwn", Cut(words, LongestSection)) };

    private static JsonObject Text(string type, string text) => new() { ["type"] = type, ["text"] = text };

    private static string Mark(NotificationMessage message) => message.Severity switch
    {
        Cutover.Core.Runs.Severity.Critical => "🔴",
        Cutover.Core.Runs.Severity.Warning => "🟠",
        _ => "🟢",
    };

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}

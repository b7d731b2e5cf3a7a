using System.Globalization;
using System.Text;

namespace Cutover.Engine.Notifications.Messages;

/// <summary>A message as plain text: for e-mail, and for whatever shows no blocks.</summary>
internal static class MessageText
{
    public static string Of(OutgoingMessage outgoing)
    {
        var (message, text) = (outgoing.Message, new StringBuilder());
        text.Append(message.Words).Append("\n\n");
        if (!message.Weights.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"Weights {message.Source}/{message.Target}:\n");
            foreach (var weights in message.Weights)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {weights}\n");
            }

            text.Append('\n');
        }

        Line(text, message.WaitsFor is { } waits ? $"Now: {waits}." : null);
        Line(text, outgoing.Link is { } link ? $"The run: {link}" : null);
        Line(text, outgoing.Approval is { } approval ? $"Approve, once, until {Time(approval.ExpiresAt)}, after a sign-in: {approval.Link}" : null);
        return text.Append(CultureInfo.InvariantCulture, $"\n{Time(message.At)}\n").ToString();
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }
}

namespace Cutover.Engine.Notifications.Channels;

/// <summary>How a channel is spoken to.</summary>
public enum ChannelKind
{
    /// <summary>An incoming webhook as Slack, Mattermost and Rocket.Chat have them.</summary>
    Slack,

    /// <summary>Signed JSON, as Standard Webhooks has it.</summary>
    Webhook,

    /// <summary>SMTP.</summary>
    Email,
}

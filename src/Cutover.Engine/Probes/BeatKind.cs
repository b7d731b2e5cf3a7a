namespace Cutover.Engine.Probes;

/// <summary>What a held connection sends to see whether its peer lives.</summary>
public enum BeatKind
{
    /// <summary>A ping frame, which every WebSocket peer must answer with a pong (RFC 6455, 5.5.2).</summary>
    Ping,

    /// <summary>A short text message, for an endpoint that echoes messages; sees through the application behind the stack.</summary>
    Echo,
}

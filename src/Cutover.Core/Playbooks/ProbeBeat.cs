namespace Cutover.Core.Playbooks;

/// <summary>What a probe sends over a held connection to see whether its peer lives.</summary>
public enum ProbeBeat
{
    /// <summary>A ping frame, which every WebSocket peer must answer.</summary>
    Ping,

    /// <summary>A short text message, for an endpoint that echoes messages; sees through to the application behind the stack.</summary>
    Echo,
}

namespace Cutover.Engine.Probes;

/// <summary>The phases of a dial, in their order.</summary>
public enum DialPhase
{
    Resolve,
    Tcp,
    Tls,
    Upgrade,

    /// <summary>The first message and the reply to it, where the options ask for them.</summary>
    Reply,
}

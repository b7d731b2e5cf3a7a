namespace Cutover.Engine.Probes;

/// <summary>The phases of a dial, in their order.</summary>
public enum DialPhase
{
    Resolve,
    Tcp,
    Tls,
    Upgrade,
}

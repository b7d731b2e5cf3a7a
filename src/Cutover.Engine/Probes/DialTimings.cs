namespace Cutover.Engine.Probes;

/// <summary>
/// How long each phase of a dial took. The phase it ended in counts up to that end; later ones are zero, as is TLS on ws.
/// </summary>
public readonly record struct DialTimings(TimeSpan Resolve, TimeSpan Tcp, TimeSpan Tls, TimeSpan Upgrade, TimeSpan Reply)
{
    /// <summary>From the start of the dial to its end.</summary>
    public TimeSpan Total => Resolve + Tcp + Tls + Upgrade + Reply;
}

namespace Cutover.Lab.Edges;

/// <summary>Who opened a connection, as told by its User-Agent.</summary>
public enum ClientKind
{
    /// <summary>Anyone who is not a probe.</summary>
    Population,

    /// <summary>A client whose User-Agent starts with <c>cutover-probe</c>; it must not count in the share of real clients.</summary>
    Probe,
}

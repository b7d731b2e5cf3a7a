namespace Cutover.Engine.Probes;

/// <summary>Whoever had a connection held, and is told of it once each.</summary>
internal interface IHeldOwner
{
    /// <summary>The connection ended so. It may still be open for the close frames' sake.</summary>
    void Ended(HeldConnection connection, HeldEnd end);

    /// <summary>The socket is closed. Comes after <see cref="Ended"/>.</summary>
    void Closed(HeldConnection connection);
}

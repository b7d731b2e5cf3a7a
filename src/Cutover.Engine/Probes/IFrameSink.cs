namespace Cutover.Engine.Probes;

/// <summary>Whom frames are for.</summary>
internal interface IFrameSink
{
    /// <summary>Takes a frame, valid during the call; false to read no further.</summary>
    bool Take(Frame frame);

    /// <summary>No more frames. Called once, last.</summary>
    /// <param name="end">How the connection ended; null when the sink wanted no more, or when it was disposed.</param>
    void Over(HeldEnd? end);
}

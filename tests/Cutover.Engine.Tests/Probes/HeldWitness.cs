using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

/// <summary>Remembers how a held connection ended.</summary>
internal sealed class HeldWitness : IHeldOwner
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldEnd? End { get; private set; }

    /// <summary>Ends when the socket is closed.</summary>
    public Task Closing => _closed.Task;

    public void Ended(HeldConnection connection, HeldEnd end)
    {
        Assert.Null(End);
        End = end;
    }

    public void Closed(HeldConnection connection) => _closed.SetResult();
}

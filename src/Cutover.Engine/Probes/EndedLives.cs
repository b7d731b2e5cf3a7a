using Cutover.Core.Survival;

namespace Cutover.Engine.Probes;

/// <summary>How long the connections lived that are held no more; the newest of them. Safe for concurrent use.</summary>
internal sealed class EndedLives
{
    /// <summary>Older ones are forgotten: at a drop a second they go back more than five hours.</summary>
    public const int Capacity = 20_000;

    private readonly Queue<HeldLife> _lives = new();

    public void Add(HeldLife life)
    {
        lock (_lives)
        {
            _lives.Enqueue(life);
            if (_lives.Count > Capacity)
            {
                _lives.Dequeue();
            }
        }
    }

    public HeldLife[] All()
    {
        lock (_lives)
        {
            return [.. _lives];
        }
    }
}

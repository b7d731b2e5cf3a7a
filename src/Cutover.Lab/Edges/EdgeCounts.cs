namespace Cutover.Lab.Edges;

/// <summary>What an edge has seen of one kind of client since it started. Accepted = Open + Dropped + Closed + Lost, always.</summary>
public sealed record EdgeCounts
{
    /// <summary>Whole upgrade requests received, whatever became of them.</summary>
    public long Tried { get; init; }

    /// <summary>Handshakes answered with 101.</summary>
    public long Accepted { get; init; }

    /// <summary>Handshakes answered with 503.</summary>
    public long Refused { get; init; }

    /// <summary>Handshakes whose client was gone, or was cut, before the answer.</summary>
    public long Abandoned { get; init; }

    /// <summary>Connections open now.</summary>
    public long Open { get; init; }

    /// <summary>Connections that the edge cut without a close frame.</summary>
    public long Dropped { get; init; }

    /// <summary>Connections that ended with close frames.</summary>
    public long Closed { get; init; }

    /// <summary>Connections whose client went away without a close frame.</summary>
    public long Lost { get; init; }

    /// <summary>Whole messages echoed.</summary>
    public long Echoed { get; init; }

    /// <summary>The two added up, field by field.</summary>
    public static EdgeCounts Add(EdgeCounts a, EdgeCounts b) => new()
    {
        Tried = a.Tried + b.Tried,
        Accepted = a.Accepted + b.Accepted,
        Refused = a.Refused + b.Refused,
        Abandoned = a.Abandoned + b.Abandoned,
        Open = a.Open + b.Open,
        Dropped = a.Dropped + b.Dropped,
        Closed = a.Closed + b.Closed,
        Lost = a.Lost + b.Lost,
        Echoed = a.Echoed + b.Echoed,
    };
}

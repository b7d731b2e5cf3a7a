namespace Cutover.Engine.Probes;

/// <summary>How one dial ended. There are four ways, and no other.</summary>
public abstract record DialOutcome
{
    private DialOutcome()
    {
    }

    /// <summary>How long each phase took.</summary>
    public required DialTimings Timings { get; init; }

    /// <summary>What the certificate's validation said; null on ws, or when the dial did not get that far.</summary>
    public TlsResult? Tls { get; init; }

    /// <summary>The bytes of the answer to the upgrade as they came, so far as they were read; empty when none came.</summary>
    public ReadOnlyMemory<byte> Received { get; init; }

    /// <summary>Answered with a correct 101. Whoever holds the outcome closes the connection.</summary>
    public sealed record Connected(DialedConnection Connection, UpgradeResponse Response) : DialOutcome;

    /// <summary>Answered in good HTTP, with another status than 101.</summary>
    public sealed record Refused(int StatusCode, UpgradeResponse Response) : DialOutcome;

    /// <summary>Not answered, or not in good HTTP, or with a 101 that does not open a WebSocket.</summary>
    public sealed record Failed(DialPhase Phase, string Reason) : DialOutcome
    {
        /// <summary>The answer to the upgrade, where it came in good HTTP; else null.</summary>
        public UpgradeResponse? Response { get; init; }
    }

    /// <summary>The deadline came first.</summary>
    public sealed record TimedOut(DialPhase Phase) : DialOutcome
    {
        /// <summary>The 101 after which the reply did not come; else null.</summary>
        public UpgradeResponse? Response { get; init; }
    }
}

using System.Net;

namespace Cutover.Lab.Population;

/// <summary>What the name server said, and for how long it may be held.</summary>
internal sealed record LookupAnswer(IReadOnlyList<IPAddress> Addresses, TimeSpan TimeToLive);

using System.Net;

namespace Cutover.Lab.Population;

/// <summary>One client at one moment; the address only while it is connected.</summary>
internal sealed record ClientState(ClientPhase Phase, IPAddress? Address = null);

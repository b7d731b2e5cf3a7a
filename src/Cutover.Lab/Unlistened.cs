using System.Net;
using System.Net.Sockets;

namespace Cutover.Lab;

/// <summary>Why nobody can listen at an address, which the system's own words do not name.</summary>
internal static class Unlistened
{
    public static SocketException At(IPEndPoint address, SocketException failure) =>
        new((int)failure.SocketErrorCode, $"{failure.Message} ({address})");
}

using System.Net;
using System.Net.Sockets;

namespace Cutover.Web.Access;

/// <summary>
/// Counts sign-ins: 5 a minute from one address (IPv6: from one /64 network), which is plenty for a person and nothing for a
/// guesser.
/// </summary>
public sealed class SignInAttempts(TimeProvider time)
{
    public const int Allowed = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int TidyAbove = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Since, int Count)> windows = [];

    /// <summary>Counts one attempt; false when it is one too many.</summary>
    public bool Admit(IPAddress? address)
    {
        var (key, now) = (KeyOf(address), time.GetTimestamp());
        lock (gate)
        {
            Tidy(now);
            var window = windows.TryGetValue(key, out var open) && !IsOver(open.Since, now) ? open : (now, 0);
            windows[key] = (window.Item1, window.Item2 + 1);
            return window.Item2 < Allowed;
        }
    }

    private static string KeyOf(IPAddress? address) => address switch
    {
        null => string.Empty,
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } =>
            Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    private void Tidy(long now)
    {
        if (windows.Count > TidyAbove)
        {
            foreach (var (key, _) in windows.Where(window => IsOver(window.Value.Since, now)).ToList())
            {
                windows.Remove(key);
            }
        }
    }

    private bool IsOver(long since, long now) => time.GetElapsedTime(since, now) >= Window;
}
